// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <utility>

namespace Runnerscope {

/// Bytes that can be read once, from their beginning to their end, and never again.
class OnceRead : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceRead(QByteArray bytes, QObject *parent = nullptr) :
        QIODevice(parent),
        m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool seek(qint64 place) override
    {
        Q_UNUSED(place)
        return false;
    }
    bool reset() override { return false; }
    bool atEnd() const override { return m_read == m_bytes.size() && QIODevice::atEnd(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    const QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace Runnerscope

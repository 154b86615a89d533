// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace Runnerscope {

/// A token. It has no way into a log, a debugger's stream or a text but reveal(), which stands only where the token
/// is sent or stored. The last copy wipes the memory that it leaves.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value) :
        m_value(std::move(value))
    {
    }
    Secret(const Secret &) = default;
    Secret(Secret &&) = default;
    Secret &operator=(Secret other) noexcept
    {
        m_value.swap(other.m_value); // what was here leaves with other
        return *this;
    }
    ~Secret()
    {
        if (m_value.isDetached())
            m_value.fill('\0');
    }

    bool isEmpty() const { return m_value.isEmpty(); }
    const QByteArray &reveal() const { return m_value; }

private:
    QByteArray m_value;
};

} // namespace Runnerscope

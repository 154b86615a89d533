// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Runnerscope {

/// FNV-1a with 64 bits: it sees every damage to a single byte, and is the same on every machine.
quint64 fnv1a(quint64 seed, const char *data, qsizetype size);
inline constexpr quint64 fnvOffsetBasis = 0xcbf29ce484222325U;

/// Signed numbers so that small ones of either sign are short.
inline quint64 zigzag(qint64 number)
{
    return (static_cast<quint64>(number) << 1U) ^ static_cast<quint64>(number >> 63);
}

inline qint64 unzigzag(quint64 coded)
{
    return static_cast<qint64>(coded >> 1U) ^ -static_cast<qint64>(coded & 1U);
}

/// Wrap around instead of overflowing, whatever a file says.
inline qint64 wrappingSum(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}

inline qint64 wrappingDifference(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) - static_cast<quint64>(b));
}

/// Appends numbers (seven bits a byte, the lowest first) and texts.
class ByteWriter
{
public:
    void number(quint64 number);
    /// Latin-1 where that holds the text, else its UTF-16 as it is: nothing is lost, not even half a surrogate pair.
    void text(const QString &text);
    void bytes(const QByteArray &bytes);

    const QByteArray &written() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote. Takes any bytes: what cannot be read is 0 or empty, and from then on ok() is false.
class ByteReader
{
public:
    ByteReader(const char *data, qsizetype size) :
        m_at(data),
        m_end(data + size)
    {
    }

    quint64 number()
    {
        if (m_at != m_end && !(*m_at & 0x80)) // most numbers
            return static_cast<quint8>(*m_at++);
        return longNumber();
    }
    QString text();
    QByteArray bytes();
    /// The same without a copy, for as long as the data are there.
    QByteArrayView view();

    bool ok() const { return m_ok; }
    void fail();
    bool atEnd() const { return m_at == m_end; }
    qsizetype left() const { return m_end - m_at; }

private:
    quint64 longNumber();
    /// The bytes of a text, which are then behind; null when there are not as many.
    const char *take(quint64 size);

    const char *m_at;
    const char *m_end;
    bool m_ok = true;
};

} // namespace Runnerscope

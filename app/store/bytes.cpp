// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bytes.h"

#include <algorithm>
#include <cstring>

namespace Runnerscope {

quint64 fnv1a(quint64 seed, const char *data, qsizetype size)
{
    constexpr quint64 prime = 0x100000001b3U;
    for (const char *at = data; at != data + size; ++at)
        seed = (seed ^ static_cast<quint8>(*at)) * prime;
    return seed;
}

void ByteWriter::number(quint64 number)
{
    for (; number >= 0x80; number >>= 7U)
        m_bytes.append(static_cast<char>(number | 0x80U));
    m_bytes.append(static_cast<char>(number));
}

void ByteWriter::text(const QString &text)
{
    const bool wide = std::ranges::any_of(text, [](QChar character) { return character.unicode() > 0xff; });
    number(static_cast<quint64>(text.size()) << 1U | (wide ? 1U : 0U));
    if (!wide) {
        m_bytes.append(text.toLatin1());
        return;
    }
    for (const QChar character : text) {
        m_bytes.append(static_cast<char>(character.cell()));
        m_bytes.append(static_cast<char>(character.row()));
    }
}

void ByteWriter::bytes(const QByteArray &bytes)
{
    number(static_cast<quint64>(bytes.size()));
    m_bytes.append(bytes);
}

void ByteReader::fail()
{
    m_ok = false;
    m_at = m_end;
}

quint64 ByteReader::longNumber()
{
    quint64 number = 0;
    for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
        const auto byte = static_cast<quint8>(*m_at++);
        number |= static_cast<quint64>(byte & 0x7fU) << shift;
        if (byte < 0x80)
            return number;
    }
    fail();
    return 0;
}

const char *ByteReader::take(quint64 size)
{
    if (size > static_cast<quint64>(left())) {
        fail();
        return nullptr;
    }
    const char *taken = m_at;
    m_at += size;
    return taken;
}

QString ByteReader::text()
{
    const quint64 head = number();
    const quint64 units = head >> 1U;
    const bool wide = head & 1U;
    if (units > static_cast<quint64>(left()))
        fail();
    const char *data = m_ok && units > 0 ? take(wide ? 2 * units : units) : nullptr;
    if (!data)
        return {};
    if (!wide)
        return QString::fromLatin1(data, static_cast<qsizetype>(units));
    QString text(static_cast<qsizetype>(units), Qt::Uninitialized);
    for (QChar &character : text) {
        character = QChar(static_cast<uchar>(data[0]), static_cast<uchar>(data[1]));
        data += 2;
    }
    return text;
}

QByteArray ByteReader::bytes()
{
    return view().toByteArray();
}

QByteArrayView ByteReader::view()
{
    const quint64 size = number();
    const char *data = take(size);
    return data ? QByteArrayView(data, static_cast<qsizetype>(size)) : QByteArrayView();
}

} // namespace Runnerscope

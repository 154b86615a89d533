// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fieldwriter.h"

namespace Runnerscope {

namespace {

template <typename Key, typename T>
quint64 positionOf(QHash<Key, quint64> &positions, std::vector<T> &table, const Key &key, const T &entry)
{
    const auto known = positions.constFind(key);
    if (known != positions.constEnd())
        return *known;
    const quint64 position = table.size();
    table.push_back(entry);
    positions.insert(key, position);
    return position;
}

} // namespace

void FieldWriter::repeatedText(const QString &text)
{
    m_fields.number(positionOf(m_positions, m_texts, text, text));
}

void FieldWriter::readAt(ServerTime time)
{
    m_fields.number(zigzag(wrappingDifference(time.time_since_epoch().count(), m_readAt)));
    m_readAt = time.time_since_epoch().count();
}

void FieldWriter::time(const OptionalTime &time)
{
    flag(time.has_value());
    if (time)
        m_fields.number(zigzag(wrappingDifference(time->time_since_epoch().count(), m_readAt)));
}

void FieldWriter::one(const std::shared_ptr<const Owner> &owner)
{
    const void *address = owner.get();
    m_fields.number(owner ? 1 + positionOf(m_ownerPositions, m_owners, address, owner.get()) : 0);
}

void FieldWriter::one(const std::shared_ptr<const User> &user)
{
    const void *address = user.get();
    m_fields.number(user ? 1 + positionOf(m_userPositions, m_users, address, user.get()) : 0);
}

void FieldWriter::notes(const QMap<QString, QByteArray> &notes)
{
    m_fields.number(static_cast<quint64>(notes.size()));
    for (auto it = notes.cbegin(); it != notes.cend(); ++it) {
        m_fields.text(it.key());
        m_fields.bytes(it.value());
    }
}

QByteArray FieldWriter::finished() const
{
    ByteWriter texts;
    texts.number(m_texts.size());
    for (const QString &text : m_texts)
        texts.text(text);
    FieldWriter tables;
    tables.m_fields.number(m_owners.size());
    for (const Owner *owner : m_owners)
        codeOwner(tables, *owner);
    tables.m_fields.number(m_users.size());
    for (const User *user : m_users)
        codeUser(tables, *user);

    return texts.written() + tables.m_fields.written() + m_fields.written();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bytes.h"
#include "app/store/fieldlists.h"

#include <QHash>

#include <concepts>
#include <utility>

namespace Runnerscope {

/// Writes values as fieldlists.h lists their fields. What repeats (texts, owners, users) stands in tables, and the
/// fields name its place. Times are distances to the time their row was read at.
class FieldWriter
{
public:
    template <typename T>
    using Of = const T;

    bool since(int) const { return true; }

    template <std::integral T>
    void number(T number)
    {
        m_fields.number(zigzag(number));
    }
    template <std::integral T>
    void number(const std::optional<T> &number)
    {
        flag(number.has_value());
        if (number)
            this->number(*number);
    }
    void risingNumber(qint64 number)
    {
        m_fields.number(zigzag(wrappingDifference(number, std::exchange(m_last, number))));
    }
    void flag(bool flag) { m_fields.number(flag ? 1 : 0); }
    template <typename Enum>
    void choice(Enum value, Enum)
    {
        m_fields.number(static_cast<quint64>(value));
    }
    template <typename T>
    void derived(const T &)
    {
    }
    void text(const QString &text) { m_fields.text(text); }
    void repeatedText(const QString &text);
    void readAt(ServerTime time);
    void time(const OptionalTime &time);
    template <typename List, typename Code>
    void list(const List &list, Code code)
    {
        m_fields.number(static_cast<quint64>(list.size()));
        for (const auto &item : list)
            code(*this, item);
    }
    void one(const std::shared_ptr<const Owner> &owner);
    void one(const std::shared_ptr<const User> &user);
    void runner(const RunnerPtr &runner) { codeRunner(*this, *runner); }
    void notes(const QMap<QString, QByteArray> &notes);

    /// The tables and, behind them, the fields.
    QByteArray finished() const;

private:
    ByteWriter m_fields;
    QHash<QString, quint64> m_positions;
    std::vector<QString> m_texts;
    QHash<const void *, quint64> m_ownerPositions;
    std::vector<const Owner *> m_owners;
    QHash<const void *, quint64> m_userPositions;
    std::vector<const User *> m_users;
    qint64 m_last = 0;
    qint64 m_readAt = 0;
};

} // namespace Runnerscope

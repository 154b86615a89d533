// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bytes.h"
#include "app/store/fieldlists.h"

#include <algorithm>
#include <concepts>
#include <span>
#include <utility>

namespace Runnerscope {

/// Reads what FieldWriter wrote, and takes any bytes: what cannot be is read as nothing, and then ok() is false.
/// Sharing has functions text(), owner() and user() that give back the one of its kind.
template <typename Sharing>
class FieldReader
{
public:
    template <typename T>
    using Of = T;

    /// \a fields as a writer of \a version finished them; they outlive this.
    FieldReader(std::span<const char> fields, int version, InstanceId instance, Sharing &shared) :
        m_fields(fields.data(), static_cast<qsizetype>(fields.size())),
        m_version(version),
        m_instance(instance),
        m_shared(shared)
    {
        table(m_texts, [this] { return m_shared.text(m_fields.text()); });
        table(m_owners, [this] {
            Owner owner;
            codeOwner(*this, owner);
            return m_shared.owner(std::move(owner));
        });
        table(m_users, [this] {
            User user;
            codeUser(*this, user);
            return m_shared.user(std::move(user));
        });
    }

    /// Whether the writer knew what has been added with this version.
    bool since(int version) const { return m_version >= version; }
    bool ok() const { return m_fields.ok(); }
    bool atEnd() const { return m_fields.atEnd(); }

    template <std::integral T>
    void number(T &number)
    {
        const qint64 wide = unzigzag(m_fields.number());
        number = static_cast<T>(wide);
        if (!std::in_range<T>(wide))
            m_fields.fail();
    }
    template <std::integral T>
    void number(std::optional<T> &number)
    {
        bool known = false;
        flag(known);
        if (known)
            this->number(number.emplace());
    }
    void risingNumber(qint64 &number) { number = m_last = wrappingSum(m_last, unzigzag(m_fields.number())); }
    void flag(bool &flag)
    {
        const quint64 value = m_fields.number();
        flag = value == 1;
        if (value > 1)
            m_fields.fail();
    }
    template <typename Enum>
    void choice(Enum &value, Enum last)
    {
        const quint64 number = m_fields.number();
        if (number > static_cast<quint64>(last))
            m_fields.fail();
        else
            value = static_cast<Enum>(number);
    }
    template <typename T>
    void derived(T &)
    {
    }
    void text(QString &text) { text = m_fields.text(); }
    void repeatedText(QString &text) { text = at(m_texts, m_fields.number()); }
    void readAt(ServerTime &time)
    {
        m_readAt = wrappingSum(m_readAt, unzigzag(m_fields.number()));
        time = checked(m_readAt);
    }
    void time(OptionalTime &time)
    {
        bool known = false;
        flag(known);
        if (known)
            time = checked(wrappingSum(m_readAt, unzigzag(m_fields.number())));
    }
    template <typename List, typename Code>
    void list(List &list, Code code)
    {
        const quint64 size = m_fields.number();
        list.reserve(static_cast<typename List::size_type>(std::min(size, mostReserved)));
        for (quint64 i = 0; i < size && ok(); ++i)
            code(*this, list.emplace_back());
    }
    void one(std::shared_ptr<const Owner> &owner) { entry(m_owners, owner); }
    void one(std::shared_ptr<const User> &user) { entry(m_users, user); }
    void runner(RunnerPtr &runner)
    {
        auto read = std::make_shared<Runner>();
        codeRunner(*this, *read);
        read->id.instance = m_instance;
        runner = std::move(read);
    }
    void notes(QMap<QString, QByteArray> &notes)
    {
        const quint64 size = m_fields.number();
        for (quint64 i = 0; i < size && ok(); ++i) {
            const QString key = m_fields.text();
            notes.insert(key, m_fields.bytes());
        }
    }

private:
    /// Beyond the years that QDateTime can show nothing is a time.
    static constexpr qint64 furthestTime = 253'402'300'799'999;
    /// More is not set aside at once on the word of damaged bytes.
    static constexpr quint64 mostReserved = 4096;

    template <typename T, typename Read>
    void table(std::vector<T> &entries, Read read)
    {
        const quint64 size = m_fields.number();
        for (quint64 i = 0; i < size && ok(); ++i)
            entries.push_back(read());
    }
    template <typename T>
    T at(const std::vector<T> &entries, quint64 position)
    {
        if (position < entries.size())
            return entries[position];
        m_fields.fail();
        return {};
    }
    template <typename T>
    void entry(const std::vector<T> &entries, T &value)
    {
        const quint64 position = m_fields.number();
        if (position > 0)
            value = at(entries, position - 1);
    }
    ServerTime checked(qint64 milliseconds)
    {
        if (milliseconds < -furthestTime || milliseconds > furthestTime) {
            m_fields.fail();
            return {};
        }
        return ServerTime(std::chrono::milliseconds(milliseconds));
    }

    ByteReader m_fields;
    int m_version;
    InstanceId m_instance;
    Sharing &m_shared;
    std::vector<QString> m_texts;
    std::vector<std::shared_ptr<const Owner>> m_owners;
    std::vector<std::shared_ptr<const User>> m_users;
    qint64 m_last = 0;
    qint64 m_readAt = 0;
};

} // namespace Runnerscope

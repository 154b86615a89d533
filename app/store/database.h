// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace Runnerscope {

/// Why SQLite did not do what it was told.
struct SqlFailure
{
    enum class Kind { Busy, Full, ReadOnly, Damaged, Other };

    Kind kind = Kind::Other;
    QString text; ///< technical
};

/// One connection to an SQLite file, to be opened, used and closed on one thread. Whoever holds a query of it lets it
/// go before the connection is closed.
class Database
{
public:
    enum class Access {
        Write, ///< the file must exist; it may be empty
        Read, ///< takes part in the locking of SQLite
        ReadUnlocked, ///< for a file in a folder that cannot be written: sees nothing that others write meanwhile
    };

    Database();
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    static bool hasDriver();

    bool open(const QString &file, Access access);
    void close();
    bool isOpen() const { return m_database.isOpen(); }

    /// One statement without parameters.
    bool run(const QString &sql);
    /// The first value of the first row of the answer; nothing when that failed.
    std::optional<QVariant> value(const QString &sql);
    /// A query that is reused with other parameters. Not active when that failed.
    QSqlQuery prepared(const QString &sql);
    /// Executes \a query, with its failure remembered.
    bool execute(QSqlQuery &query);
    /// Ends a transaction without its changes. Says nothing of failing: SQLite may have done it by itself.
    void rollBack();

    /// Of the last call that failed.
    const SqlFailure &failure() const { return m_failure; }

private:
    bool note(const QSqlError &error);

    QString m_name; ///< of the connection
    QSqlDatabase m_database;
    SqlFailure m_failure;
};

/// Everything until commit() is written at once, or not at all; everything that is read is of one moment.
class Transaction
{
public:
    enum class For { Reading, Writing };

    Transaction(Database &database, For purpose);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    bool begun() const { return m_open; }
    bool commit();

private:
    Database &m_database;
    bool m_open;
};

} // namespace Runnerscope

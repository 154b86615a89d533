// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <utility>

namespace Runnerscope {

namespace {

const QString driver = QStringLiteral("QSQLITE");

QString newConnectionName()
{
    static std::atomic<quint64> last{0};
    return QStringLiteral("runnerscope-store-%1").arg(++last);
}

/// By SQLite's result codes (https://www.sqlite.org/rescode.html). Qt hands on the plain or the extended ones.
SqlFailure::Kind kindOf(int code)
{
    enum Code { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, NotADatabase = 26 };
    constexpr int ioErrorRead = IoError | 1 << 8;
    constexpr int ioErrorShortRead = IoError | 2 << 8;
    switch (code & 0xff) {
    case Busy:
    case Locked:
        return SqlFailure::Kind::Busy;
    case ReadOnly:
        return SqlFailure::Kind::ReadOnly;
    case Full:
        return SqlFailure::Kind::Full;
    case IoError: // where a quota or a limit ends a file, writing fails like this
        return code == ioErrorRead     ? SqlFailure::Kind::Other
            : code == ioErrorShortRead ? SqlFailure::Kind::Damaged
                                       : SqlFailure::Kind::Full;
    case Corrupt:
    case NotADatabase:
        return SqlFailure::Kind::Damaged;
    default:
        return SqlFailure::Kind::Other;
    }
}

QString fileUri(const QString &file)
{
    return QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + QStringLiteral("?immutable=1");
}

} // namespace

Database::Database() :
    m_name(newConnectionName())
{
}

Database::~Database()
{
    close();
}

bool Database::hasDriver()
{
    return QSqlDatabase::isDriverAvailable(driver);
}

bool Database::open(const QString &file, Access access)
{
    close();
    m_database = QSqlDatabase::addDatabase(driver, m_name);
    // Long enough for another program to recover a file after a crash, short enough for nobody to notice.
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=500");
    if (access != Access::Write)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (access == Access::ReadUnlocked)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(access == Access::ReadUnlocked ? fileUri(file) : file);
    return m_database.open() || note(m_database.lastError());
}

void Database::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::run(const QString &sql)
{
    QSqlQuery query(m_database);
    return query.exec(sql) || note(query.lastError());
}

std::optional<QVariant> Database::value(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql) || !query.next()) {
        note(query.lastError());
        return std::nullopt;
    }
    return query.value(0);
}

QSqlQuery Database::prepared(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        note(query.lastError());
    return query;
}

bool Database::execute(QSqlQuery &query)
{
    return query.exec() || note(query.lastError());
}

void Database::rollBack()
{
    QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

bool Database::note(const QSqlError &error)
{
    m_failure = {kindOf(error.nativeErrorCode().toInt()), error.text().trimmed()};
    return false;
}

Transaction::Transaction(Database &database, For purpose) :
    m_database(database),
    m_open(database.run(purpose == For::Writing ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")))
{
}

Transaction::~Transaction()
{
    if (m_open)
        m_database.rollBack();
}

bool Transaction::commit()
{
    if (!m_open || !m_database.run(QStringLiteral("COMMIT")))
        return false;
    m_open = false;
    return true;
}

} // namespace Runnerscope

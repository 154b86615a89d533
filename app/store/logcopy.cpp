// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/logcopy.h"

#include "app/store/database.h"

#include <QFileInfo>

#include <utility>

namespace Runnerscope {

LogCopy::LogCopy(QString file) :
    m_file(std::move(file))
{
    m_pool.setMaxThreadCount(1);
}

void LogCopy::start()
{
    constexpr qint64 worthwhile = 4'194'304;
    if (QFileInfo(m_file + QStringLiteral("-wal")).size() < worthwhile || isBusy())
        return;
    m_pool.start([file = m_file] {
        Database database;
        if (database.open(file, Database::Access::Write))
            database.run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
    });
}

} // namespace Runnerscope

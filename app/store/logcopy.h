// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QThreadPool>

namespace Runnerscope {

/// SQLite collects what is written in a log beside the file. Copying it back takes as long as the disk likes: another
/// thread does it.
class LogCopy
{
public:
    explicit LogCopy(QString file);

    /// If the log is large enough.
    void start();
    bool isBusy() const { return m_pool.activeThreadCount() > 0; }
    void waitForDone() { m_pool.waitForDone(); }

private:
    QString m_file;
    QThreadPool m_pool;
};

} // namespace Runnerscope

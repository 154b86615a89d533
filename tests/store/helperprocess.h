// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace Runnerscope::Test {

/// storehelper, or another program beside it, as a process of its own; it ends with this object.
class HelperProcess
{
public:
    explicit HelperProcess(const QStringList &arguments, const QString &program = QStringLiteral("storehelper"));
    ~HelperProcess();
    Q_DISABLE_COPY_MOVE(HelperProcess)

    /// Waits until it says \a line. False when it ends without.
    bool waitForLine(const QString &line);
    /// Ends its input and waits. What it said.
    QStringList finish();
    /// As kill -9 does. What it said.
    QStringList kill();

private:
    QStringList linesSoFar();

    QProcess m_process;
    QByteArray m_output;
};

} // namespace Runnerscope::Test

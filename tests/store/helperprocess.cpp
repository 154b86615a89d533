// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/helperprocess.h"

#include <QCoreApplication>

namespace Runnerscope::Test {

HelperProcess::HelperProcess(const QStringList &arguments, const QString &program)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    m_process.waitForStarted();
}

HelperProcess::~HelperProcess()
{
    kill();
}

QStringList HelperProcess::linesSoFar()
{
    m_output += m_process.readAllStandardOutput();
    return QString::fromUtf8(m_output).split(u'\n', Qt::SkipEmptyParts);
}

bool HelperProcess::waitForLine(const QString &line)
{
    while (!linesSoFar().contains(line)) {
        if (!m_process.waitForReadyRead(30000))
            return linesSoFar().contains(line);
    }
    return true;
}

QStringList HelperProcess::finish()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
    return linesSoFar();
}

QStringList HelperProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
    return linesSoFar();
}

} // namespace Runnerscope::Test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressline.h"

#include "app/cli/terminal.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

const QByteArray clearLine = QByteArrayLiteral("\r\x1b[K");

QString words(const FleetProgress &progress)
{
    if (progress.phase == FleetProgress::Phase::Waiting)
        return Tr::tr("Waiting for the server…");
    if (progress.expected)
        return Tr::tr("Reading runners: %1 of %2")
            .arg(Wording::count(progress.read), Wording::count(*progress.expected));
    return Tr::tr("Reading runners…");
}

} // namespace

ProgressLine::ProgressLine() :
    m_visible(Terminal::showsErrors())
{
}

ProgressLine::~ProgressLine()
{
    if (m_visible)
        Terminal::writeError(clearLine);
}

void ProgressLine::show(const FleetProgress &progress) const
{
    if (m_visible && progress.phase != FleetProgress::Phase::Idle)
        Terminal::writeError(clearLine + words(progress).toUtf8());
}

} // namespace Runnerscope::Cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/identity.h"

#include <QCoreApplication>

namespace Runnerscope {

void setIdentity()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Runnerscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Runnerscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RUNNERSCOPE_VERSION));
}

} // namespace Runnerscope

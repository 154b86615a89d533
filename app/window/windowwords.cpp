// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/windowwords.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::MainWindow)
};

} // namespace

QString titleOf(const QString &fleet, bool production)
{
    if (fleet.isEmpty())
        return QCoreApplication::applicationName();
    return production ? Tr::tr("%1 (production) – Runnerscope", "title of the window").arg(fleet)
                      : Tr::tr("%1 – Runnerscope", "title of the window").arg(fleet);
}

void showAbout(QWidget *parent)
{
    QMessageBox box(QMessageBox::NoIcon, Tr::tr("About Runnerscope"),
        Tr::tr("Runnerscope %1\n\nShows fleets of GitLab runners. Free software under the GNU General Public License, "
               "version 3 or later.")
            .arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace Runnerscope

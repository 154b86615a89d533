// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture.h"

#include "app/window/fleetcontroller.h"
#include "app/window/mainwindow.h"
#include "models/rules/wording.h"
#include "models/runnertablemodel.h"
#include "views/pages/runnerspage.h"
#include "views/tables/runnertableview.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QPixmap>
#include <QTextStream>

#include <utility>

namespace Runnerscope {

Picture::Picture(Wish wish, MainWindow &window, const RunnerTableModel &model, const FleetController &controller) :
    QObject(&window),
    m_wish(std::move(wish)),
    m_window(window),
    m_model(model)
{
    connect(&controller, &FleetController::walkEnded, this, &Picture::fleetEnded);
    connect(&model, &RunnerTableModel::refreshed, this, &Picture::rowsAreShown);
    connect(&controller, &FleetController::detailsShown, this, &Picture::take);
}

void Picture::fleetEnded(const std::optional<FetchError> &error)
{
    if (std::exchange(m_ended, true))
        return;
    if (error) {
        m_trouble = explain(*error, Retry::Never);
        take();
    } else {
        rowsAreShown();
    }
}

void Picture::rowsAreShown()
{
    if (!m_ended || !m_model.isUpToDate() || m_taken)
        return;
    if (m_wish.panel && m_model.rowCount() > 0)
        m_window.runnersPage().table().selectRunner(m_model.fleetRow(0).runner->id); // take() follows its details
    else
        take();
}

void Picture::take()
{
    if (std::exchange(m_taken, true))
        return;
    // Once more through the event loop, so that everything is laid out and painted.
    QMetaObject::invokeMethod(
        this,
        [this] {
            QTextStream err(stderr);
            QDir().mkpath(QFileInfo(m_wish.file).absolutePath());
            const bool written = m_window.grab().save(m_wish.file, "PNG");
            if (m_trouble) {
                err << m_trouble->sentence << ' ' << m_trouble->remedy << Qt::endl;
            } else {
                printSummary();
            }
            if (!written)
                err << tr("The picture could not be written to %1.").arg(m_wish.file) << Qt::endl;
            QCoreApplication::exit(!written ? 1 : m_trouble ? 3 : 0);
        },
        Qt::QueuedConnection);
}

void Picture::printSummary() const
{
    QTextStream out(stdout);
    const FleetCounts counts = m_model.counts();
    out << tr("%1: %2 runners").arg(m_model.fleet()->source.label, Wording::count(counts.total)) << '\n';
    for (const RunnerStatus status :
        {RunnerStatus::Online, RunnerStatus::Offline, RunnerStatus::Stale, RunnerStatus::NeverContacted})
        out << QStringLiteral("  %1  %2\n").arg(Wording::count(counts.of(status)), 8).arg(Wording::status(status));
    out << QStringLiteral("  %1  %2\n").arg(Wording::count(counts.paused), 8).arg(tr("paused"));
    out << QStringLiteral("  %1  %2\n").arg(Wording::count(counts.running), 8).arg(tr("running jobs now"));
    out << tr("Picture of the window: %1").arg(QFileInfo(m_wish.file).absoluteFilePath()) << Qt::endl;
}

} // namespace Runnerscope

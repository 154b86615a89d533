// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/viewsflow.h"

#include "app/window/mainwindow.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/viewwording.h"
#include "models/rules/wording.h"
#include "views/dialogs/saveviewdialog.h"
#include "views/pages/runnerspage.h"
#include "views/panels/navigationpanel.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QStandardPaths>

#include <algorithm>

namespace Runnerscope {

namespace {

QString jsonFiles()
{
    return ViewsFlow::tr("Saved views (*.json)");
}

QString documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// Nothing when the user does not want to any more.
std::optional<QString> askForName(QWidget &window, const QString &title, const QString &label, const QString &name)
{
    constexpr int width = 440;
    QInputDialog dialog(&window);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(name);
    dialog.resize(width, dialog.sizeHint().height());
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.textValue()) : std::nullopt;
}

} // namespace

ViewsFlow::ViewsFlow(SavedViews &saved, RunnerTableModel &model, MainWindow &window) :
    QObject(&window),
    m_saved(saved),
    m_model(model),
    m_window(window)
{
    using Id = Actions::Id;
    Actions &actions = window.actions();
    connect(&actions[Id::SaveView], &QAction::triggered, this, &ViewsFlow::save);
    connect(&actions[Id::ExportViews], &QAction::triggered, this, &ViewsFlow::chooseExport);
    connect(&actions[Id::ImportViews], &QAction::triggered, this, &ViewsFlow::chooseImport);
    connect(&window.navigation(), &NavigationPanel::saveViewRequested, this, &ViewsFlow::save);
    connect(&window.navigation(), &NavigationPanel::viewMenuRequested, this, &ViewsFlow::showMenu);
    connect(&window.navigation(), &NavigationPanel::viewChosen, this, &ViewsFlow::showColumnsOf);
    connect(&m_counts, &ViewCounts::counted, this, &ViewsFlow::showCounts);
    connect(&m_model, &RunnerTableModel::refreshed, this, &ViewsFlow::count);
    refresh();
    tell(m_list.trouble);
}

bool ViewsFlow::tell(const std::optional<SavedViewTrouble> &trouble)
{
    if (trouble)
        m_window.showNotice(explain(*trouble));
    return !trouble;
}

const SavedView *ViewsFlow::find(const QString &id) const
{
    const auto found = std::ranges::find(
        m_list.entries, id, [](const SavedViewEntry &entry) -> const QString & { return entry.view.id; });
    return found == m_list.entries.end() ? nullptr : &found->view;
}

void ViewsFlow::refresh()
{
    m_list = m_saved.list();
    m_window.navigation().setViews(m_list.entries);
    showCounts();
    count();
}

void ViewsFlow::count()
{
    if (!m_model.fleet())
        return;
    std::vector<FilterExpression> filters;
    m_counted.clear();
    for (std::size_t i = 0; i < m_list.entries.size(); ++i) {
        const auto parsed = parseFilter(m_list.entries[i].view.filter);
        const auto *filter = std::get_if<FilterExpression>(&parsed);
        if (m_list.entries[i].trouble || !filter)
            continue;
        filters.push_back(*filter);
        m_counted.push_back(i);
    }
    m_counts.request(m_model.fleet(), filters);
}

void ViewsFlow::showCounts()
{
    std::vector<std::optional<qint64>> counts(m_list.entries.size());
    for (std::size_t i = 0; i < std::min(m_counts.counts().size(), m_counted.size()); ++i) {
        if (const auto *number = std::get_if<qint64>(&m_counts.counts()[i]))
            counts[m_counted[i]] = *number;
    }
    m_window.navigation().setViewCounts(counts);
}

void ViewsFlow::save()
{
    SaveViewDialog dialog(m_window.filter(), &m_window);
    if (dialog.exec() == QDialog::Accepted)
        saveAs(dialog.name(), dialog.withColumns() ? Columns::Keep : Columns::Leave);
}

void ViewsFlow::saveAs(const QString &name, Columns columns)
{
    const auto saved = m_saved.add({{}, name, m_window.filter(), layout(columns)});
    const auto *trouble = std::get_if<SavedViewTrouble>(&saved);
    if (tell(trouble ? std::optional(*trouble) : std::nullopt))
        refresh();
}

QByteArray ViewsFlow::layout(Columns columns) const
{
    return columns == Columns::Keep ? m_window.runnersPage().columnLayouts().shown() : QByteArray();
}

void ViewsFlow::showColumnsOf(const QString &id)
{
    const SavedView *view = find(id);
    if (m_window.runnersPage().columnLayouts().show(view ? view->layout : QByteArray()))
        return;
    m_window.showNotice({tr("The columns of the view “%1” are not understood by this version of Runnerscope; your own "
                            "ones are shown.")
                             .arg(Wording::oneLine(view->name)),
        tr("Choose the columns, then “Columns of Its Own” in the menu of the view.")});
}

void ViewsFlow::showMenu(const QString &id, const QPoint &place)
{
    const SavedView *view = find(id);
    const bool hasColumns = view && !view->layout.isEmpty();
    QMenu menu(&m_window);
    menu.addAction(tr("&Rename…"), this, [this, id] { rename(id); });
    menu.addAction(hasColumns ? tr("&Take the Present Filter and Columns") : tr("&Take the Present Filter"), this,
        [this, id] { takePresent(id); });
    QAction *own = menu.addAction(tr("&Columns of Its Own"));
    own->setCheckable(true);
    own->setChecked(hasColumns);
    connect(
        own, &QAction::toggled, this, [this, id](bool keep) { setColumns(id, keep ? Columns::Keep : Columns::Leave); });
    menu.addAction(tr("Move &Up"), this, [this, id] { moveBy(id, -1); });
    menu.addAction(tr("Move &Down"), this, [this, id] { moveBy(id, 1); });
    menu.addSeparator();
    menu.addAction(tr("Remo&ve"), this, [this, id] { remove(id); });
    menu.exec(place);
}

void ViewsFlow::rename(const QString &id)
{
    const SavedView *view = find(id);
    if (!view)
        return;
    if (const auto name = askForName(m_window, tr("Rename the View"), tr("New name of the view:"), view->name))
        renameTo(id, *name);
}

void ViewsFlow::renameTo(const QString &id, const QString &name)
{
    tell(m_saved.rename(id, name));
    refresh();
}

void ViewsFlow::takePresent(const QString &id)
{
    const SavedView *view = find(id);
    const bool hasColumns = view && !view->layout.isEmpty();
    tell(m_saved.setFilter(id, m_window.filter(), hasColumns ? std::optional(layout(Columns::Keep)) : std::nullopt));
    refresh();
}

void ViewsFlow::setColumns(const QString &id, Columns columns)
{
    if (const SavedView *view = find(id))
        tell(m_saved.setFilter(id, view->filter, layout(columns)));
    refresh();
}

void ViewsFlow::remove(const QString &id)
{
    const SavedView *view = find(id);
    const QString name = view ? Wording::oneLine(view->name) : QString();
    if (tell(m_saved.remove(id)))
        m_window.showDone(tr("Removed the view “%1”").arg(name));
    refresh();
}

void ViewsFlow::moveBy(const QString &id, int steps)
{
    tell(m_saved.moveBy(id, steps));
    refresh();
}

void ViewsFlow::chooseExport()
{
    const QString file = QFileDialog::getSaveFileName(
        &m_window, tr("Export the Saved Views"), documentsFolder() + QStringLiteral("/views.json"), jsonFiles());
    if (!file.isEmpty())
        exportTo(file);
}

void ViewsFlow::exportTo(const QString &file)
{
    if (tell(m_saved.exportTo(file)))
        m_window.showDone(tr("The saved views are written to %1").arg(Wording::oneLine(file)));
}

void ViewsFlow::chooseImport()
{
    const QString file =
        QFileDialog::getOpenFileName(&m_window, tr("Import Saved Views"), documentsFolder(), jsonFiles());
    if (!file.isEmpty())
        importFrom(file);
}

void ViewsFlow::importFrom(const QString &file)
{
    const auto imported = m_saved.importFrom(file);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&imported)) {
        tell(*trouble);
        return;
    }
    const auto &result = std::get<ViewImport>(imported);
    const QStringList details = importDetails(result);
    if (details.isEmpty())
        m_window.showDone(importSentence(result));
    else
        m_window.showNotice({importSentence(result), details.join(u' ')});
    refresh();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rowsflow.h"

#include "app/report/jsontext.h"
#include "app/report/runnercsv.h"
#include "app/report/runnerjson.h"
#include "app/window/mainwindow.h"
#include "models/rules/wording.h"
#include "models/selectedrows.h"
#include "views/pages/runnerspage.h"
#include "views/tables/runnertableview.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QSaveFile>
#include <QStandardPaths>

namespace Runnerscope {

RowsFlow::RowsFlow(RunnerTableModel &model, MainWindow &window) :
    QObject(&window),
    m_model(model),
    m_window(window),
    m_copying(textOf,
        [this](const QString &text) {
            QApplication::clipboard()->setText(text);
            emit copied();
        }),
    m_writing(write, [this](const Written &written) { tell(written); })
{
    using Id = Actions::Id;
    Actions &actions = window.actions();
    for (const auto &[id, format] : {std::pair(Id::CopyText, RowsFormat::Text),
             std::pair(Id::CopyMarkdown, RowsFormat::Markdown), std::pair(Id::CopyCsv, RowsFormat::Csv)})
        connect(&actions[id], &QAction::triggered, this, [this, format = format] { copy(format); });
    connect(&actions[Id::Export], &QAction::triggered, this, &RowsFlow::startExport);
}

QString RowsFlow::textOf(const Rows &rows)
{
    return rowsText(selectedRows(*rows.rows, rows.selection), rows.columns, rows.format);
}

RowsFlow::Written RowsFlow::write(const Rows &rows)
{
    Fleet part;
    part.source = rows.rows->fleet->source;
    part.rows = selectedRows(*rows.rows, rows.selection);
    const bool json = rows.file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    const QByteArray content = json ? jsonText(QJsonDocument(runnersJson(part))) : runnersCsv(part).toUtf8();
    Written written{rows.file, static_cast<qsizetype>(part.rows.size()), {}};
    QSaveFile file(rows.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        written.trouble = file.errorString();
    return written;
}

RowsFlow::Rows RowsFlow::chosenRows() const
{
    return {m_model.orderedRows(), m_model.selection(), shownColumns(), {}, {}};
}

/// In the order in which they stand.
std::vector<RunnerColumn> RowsFlow::shownColumns() const
{
    const QHeaderView &header = *m_window.runnersPage().table().horizontalHeader();
    std::vector<RunnerColumn> columns;
    for (int place = 0; place < header.count(); ++place) {
        const int logical = header.logicalIndex(place);
        if (!header.isSectionHidden(logical) && logical != static_cast<int>(RunnerColumn::Check))
            columns.push_back(static_cast<RunnerColumn>(logical));
    }
    return columns;
}

void RowsFlow::copy(RowsFormat format)
{
    if (!m_model.orderedRows())
        return;
    Rows rows = chosenRows();
    const auto current = m_window.runnersPage().table().currentRunner();
    if (rows.selection.isEmpty() && current)
        rows.selection.add(std::vector{*current});
    rows.format = format;
    m_copying.request(std::move(rows));
}

void RowsFlow::startExport()
{
    if (!m_model.orderedRows())
        return;
    const CheckCounts counts = m_model.checkCounts();
    const QString title = counts.all() > 0 ? tr("Export the %1 Selected Runners").arg(Wording::count(counts.all()))
                                           : tr("Export the %1 Runners of the Table").arg(Wording::count(counts.rows));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = QFileDialog::getSaveFileName(&m_window, title, folder + QStringLiteral("/runners.csv"),
        tr("CSV (*.csv)") + QStringLiteral(";;") + tr("JSON (*.json)"));
    if (!file.isEmpty())
        exportTo(file);
}

void RowsFlow::exportTo(const QString &file)
{
    if (!m_model.orderedRows())
        return;
    Rows rows = chosenRows();
    rows.file = file;
    m_writing.request(std::move(rows));
}

void RowsFlow::tell(const Written &written)
{
    const QString file = Wording::oneLine(QDir::toNativeSeparators(written.file));
    if (!written.trouble.isEmpty()) {
        m_window.showNotice({tr("The runners could not be written to %1: %2.").arg(file, written.trouble),
            tr("Choose another folder, or make room there; nothing has been changed.")});
        return;
    }
    m_window.showDone(tr("%1 runners written to %2").arg(Wording::count(written.rows), file));
    emit exported(written.rows);
}

} // namespace Runnerscope

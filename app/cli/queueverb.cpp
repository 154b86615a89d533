// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/report/jsontext.h"
#include "app/report/queuereport.h"
#include "app/report/texttable.h"
#include "models/rules/queue/queuewording.h"
#include "models/rules/wording.h"

#include <QCoreApplication>
#include <QFutureWatcher>

#include <algorithm>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliQueue)
};

constexpr std::size_t mostPoints = 4000;

/// Nothing when the service ended without an answer.
std::optional<QueueAnswer> answerOf(FleetService &service, const QueueQuestion &question)
{
    QFutureWatcher<QueueAnswer> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    watcher.setFuture(service.readQueue(question));
    QCoreApplication::exec();
    return watcher.future().resultCount() > 0 ? std::optional(watcher.result()) : std::nullopt;
}

using HistoryOr = std::variant<QueueHistory, Outcome>;

HistoryOr historyOf(FleetService &service, const QueueQuestion &question)
{
    const auto answer = answerOf(service, question);
    if (!answer)
        return Outcome{ExitCode::Unusable, {}, Tr::tr("The reading of the queue was broken off.")};
    if (const auto *error = std::get_if<FetchError>(&*answer))
        return Outcome{ExitCode::Unusable, {}, complaintAbout(*error)};
    const auto &history = std::get<std::optional<QueueHistory>>(*answer);
    if (!history)
        return Outcome{ExitCode::Unusable, {}, Tr::tr("No history of the queue is kept on this computer.")};
    return *history;
}

/// The longest waits first.
void sortWaits(std::vector<FacetPercentiles> &waits)
{
    std::ranges::stable_sort(waits, std::ranges::greater(), [](const FacetPercentiles &row) { return row.waits.p95; });
}

QString nameOf(const QueueFacet &facet)
{
    if (facet.kind == FacetKind::All)
        return Tr::tr("all jobs");
    if (facet.kind == FacetKind::Runner)
        return u'#' + facet.name;
    return facet.name.isEmpty() ? Tr::tr("(no tags)") : facet.name;
}

QString queueTable(const QueueHistory &history, const WaitPercentiles &total)
{
    TextTable table(
        {{Tr::tr("NAME"), false, 14, TextWidth::Elide::Middle}, {Tr::tr("JOBS"), true}, {Tr::tr("50 %"), true},
            {Tr::tr("90 %"), true}, {Tr::tr("95 %"), true}, {Tr::tr("99 %"), true}, {Tr::tr("LONGEST"), true}});
    std::vector<FacetPercentiles> rows = history.waits;
    if (total.jobs > 0)
        rows.insert(rows.begin(), {QueueFacet{}, total});
    for (const auto &[facet, waits] : rows)
        table.addRow({nameOf(facet), Wording::count(waits.jobs), Wording::wait(waits.p50), Wording::wait(waits.p90),
            Wording::wait(waits.p95), Wording::wait(waits.p99), Wording::wait(waits.longest)});
    QString text =
        Wording::period(history.period) + u'\n' + Wording::observation(history.points, history.period) + u'\n';
    if (history.mostRunning)
        text += Wording::mostRunning(*history.mostRunning) + u'\n';
    if (rows.empty())
        return text + Tr::tr("No job was seen to start in this time.\n");
    return text + u'\n' + table.toString(Terminal::width());
}

QString printedQueue(const QueueHistory &history, const WaitPercentiles &total, const Request &request)
{
    switch (request.format) {
    case Format::Json:
        return QString::fromUtf8(jsonText(QJsonDocument(queueJson(history, total, request.queueBy))));
    case Format::Csv:
        return queueCsv(history.waits);
    case Format::Table:
        break;
    }
    return queueTable(history, total);
}

} // namespace

Outcome runQueue(const Request &request, FleetService &service)
{
    QueueQuestion question;
    question.span = request.queueSince;
    question.mostPoints = mostPoints;
    question.by = FacetKind::All;
    const HistoryOr all = historyOf(service, question);
    if (const auto *outcome = std::get_if<Outcome>(&all))
        return *outcome;
    auto history = std::get<QueueHistory>(all);
    const WaitPercentiles total = history.waits.empty() ? WaitPercentiles() : history.waits.front().waits;
    question.end = history.period.to; // the same time for both
    question.mostPoints = 0;
    question.by = request.queueBy;
    if (request.queueBy == FacetKind::All) {
        if (request.format != Format::Csv)
            history.waits.clear(); // the total says it
        return {ExitCode::Done, printedQueue(history, total, request), {}};
    }
    const HistoryOr byKind = historyOf(service, question);
    if (const auto *outcome = std::get_if<Outcome>(&byKind))
        return *outcome;
    history.waits = std::get<QueueHistory>(byKind).waits;
    sortWaits(history.waits);
    return {ExitCode::Done, printedQueue(history, total, request), {}};
}

} // namespace Runnerscope::Cli

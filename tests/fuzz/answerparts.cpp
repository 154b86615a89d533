// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/answerparts.h"

#include "app/cli/verbs.h"
#include "models/rules/filter/filterparser.h"
#include "models/runnerordering.h"
#include "tests/fuzz/require.h"

#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace Runnerscope::Fuzz {

namespace {

/// Has everything at hand and says it at once.
class ReadyService : public FleetService
{
public:
    explicit ReadyService(FleetPtr fleet) :
        m_fleet(std::move(fleet))
    {
    }
    explicit ReadyService(const RunnerDetails &details) :
        m_details(details)
    {
    }

protected:
    void doStart() override
    {
        emit snapshotChanged(m_fleet, {});
        emit walkFinished();
    }
    void doRefresh() override { }
    void doReadRunner(RunnerId, RunnerPromise promise) override { answer(promise, m_details); }
    void doReadProjects(const ProjectsQuestion &, ProjectsPromise promise) override { answer(promise, ProjectsPage()); }
    void doReadJob(const JobReference &, JobPromise promise) override { answer(promise, JobNotFound::NotThere); }

private:
    FleetPtr m_fleet;
    std::optional<RunnerDetails> m_details;
};

void checkPrinted(const Cli::Outcome &outcome, Cli::Format format)
{
    require(outcome.code == Cli::ExitCode::Done, "what was read is printed");
    requireHarmless(outcome.complaint, "why there is nothing is harmless"); // empty where there is something
    if (format == Cli::Format::Json) {
        QJsonParseError error{};
        QJsonDocument::fromJson(outcome.output.toUtf8(), &error);
        require(error.error == QJsonParseError::NoError, "JSON that is printed is JSON");
    }
    QString text = outcome.output;
    if (format == Cli::Format::Csv)
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    requireHarmless(text, "output is harmless on a terminal");
}

void checkRunners(const FleetPtr &fleet, Cli::Format format)
{
    ReadyService service(fleet);
    Cli::Request request;
    request.verb = Cli::Verb::Runners;
    request.format = format;
    const Cli::Outcome outcome = Cli::runRunners(request, service);
    checkPrinted(outcome, format);
    const auto lines = static_cast<qsizetype>(fleet->rows.size()) + 1;
    require(format == Cli::Format::Json || outcome.output.count(u'\n') == lines, "a runner is a line");
}

void setHeader(HttpAnswer &answer, const QByteArray &name, const QByteArray &value)
{
    if (name == "content-type")
        answer.contentType = value;
    else if (name == "date")
        answer.date = value;
    else if (name == "retry-after")
        answer.retryAfter = value;
    else if (name == "ratelimit-limit")
        answer.rateLimit = value;
    else if (name == "ratelimit-reset")
        answer.rateLimitReset = value;
    else if (name == "location")
        answer.redirectTarget =
            QUrl(QStringLiteral("https://gitlab.example.com/api/graphql")).resolved(QUrl(QString::fromUtf8(value)));
}

} // namespace

HttpAnswer httpAnswer(const QByteArray &input)
{
    HttpAnswer answer;
    qsizetype start = 0;
    for (bool first = true; start < input.size(); first = false) {
        const qsizetype found = input.indexOf('\n', start);
        const qsizetype end = found < 0 ? input.size() : found;
        const QByteArray line = input.mid(start, end - start);
        start = end + 1;
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (first)
            answer.status = line.toInt();
        else
            setHeader(answer, line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    answer.body = input.mid(start);
    return answer;
}

FleetBuilder::Publication builtFrom(const RunnerPage &page, ServerTime readAt)
{
    FleetBuilder builder({});
    builder.beginWalk();
    builder.setCoverage({Coverage::Kind::Partial, page.total, {}});
    builder.merge(page.runners, readAt);
    builder.publish();
    builder.beginWalk();
    const auto half = static_cast<std::ptrdiff_t>(page.runners.size() / 2);
    builder.merge({page.runners.begin() + half, page.runners.end()}, readAt);
    builder.endWalk();
    auto publication = builder.publish();
    const auto id = [](const FleetRow &row) { return row.runner->id; };
    require(std::ranges::adjacent_find(publication.fleet->rows, std::ranges::greater_equal(), id)
            == publication.fleet->rows.end(),
        "ids ascend, each once");
    for (const auto *ids : {&publication.delta.added, &publication.delta.changed, &publication.delta.removed})
        require(std::ranges::is_sorted(*ids), "ids of a difference ascend");
    return publication;
}

void checkOrders(const FleetPtr &fleet)
{
    FleetOrders orders;
    const auto withA = parseFilter(u"a");
    for (int key = 0; key <= static_cast<int>(RunnerSortKey::Note); ++key) {
        RunnerOrdering::Request request;
        request.fleet = fleet;
        request.sort = {static_cast<RunnerSortKey>(key), Qt::DescendingOrder};
        const OrderedRows all = orders.order(request);
        const std::set<quint32> shown(all.order.begin(), all.order.end());
        require(shown.size() == fleet->rows.size() && all.order.size() == shown.size(), "every row has its place");
        request.filter = std::get<FilterExpression>(withA);
        require(orders.order(request).order.size() <= shown.size(), "a filter adds nothing");
    }
}

void checkOutputs(const FleetPtr &fleet)
{
    for (const Cli::Format format : {Cli::Format::Table, Cli::Format::Json, Cli::Format::Csv})
        checkRunners(fleet, format);
    for (const Cli::Format format : {Cli::Format::Table, Cli::Format::Json}) {
        ReadyService service(fleet);
        Cli::Request request;
        request.format = format;
        checkPrinted(Cli::runStatus(request, service), format);
    }
}

void checkOutputs(const RunnerDetails &details)
{
    for (const Cli::Format format : {Cli::Format::Table, Cli::Format::Json}) {
        ReadyService service(details);
        Cli::Request request;
        request.verb = Cli::Verb::Runner;
        request.format = format;
        request.runner = details.runner.id.number;
        checkPrinted(Cli::runRunner(request, service), format);
    }
}

} // namespace Runnerscope::Fuzz

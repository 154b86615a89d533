// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"
#include "models/rules/ownerchain.h"
#include "models/rules/wording.h"
#include "tests/fuzz/answerparts.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

namespace Runnerscope::Fuzz {

namespace {

/// 2026-03-25, the desktop's clock of the fuzzers.
constexpr ServerTime desktopTime{std::chrono::sys_days(std::chrono::year(2026) / 3 / 25)};

void checkError(const FetchError &error)
{
    using namespace std::chrono_literals;
    require(!error.retryAfter || (*error.retryAfter >= 1s && *error.retryAfter <= 1h), "waits are bounded");
    require(error.detail.size() <= 300, "details are short");
    requireHarmless(Wording::oneLine(Cli::complaintAbout(error)), "complaints are plain text");
}

void checkFleet(const GraphQlData &answer, RunnerDecoder &decoder)
{
    const RunnerPage page = decoder.page(answer.data.value(QLatin1String("runners")));
    require(!page.total || *page.total >= 0, "counts are not negative");
    const auto [fleet, delta] = builtFrom(page, answer.serverTime);
    require(fleet->rows.size() <= page.runners.size(), "a fleet has no more rows than were read");
    checkOrders(fleet);
    checkOutputs(fleet);
}

void checkDetails(const GraphQlData &answer, RunnerDecoder &decoder)
{
    const JsonValue node = answer.data.value(QLatin1String("runner"));
    const ManagerPage more = decoder.managers(node.value(QLatin1String("managers")));
    require(more.total >= static_cast<int>(more.managers.size()), "no more managers than are counted");
    auto details = decoder.details(node, answer.serverTime);
    if (!details)
        return;
    details->ownerChain = decodeAncestors(answer.data);
    require(details->ownerChain.size() <= static_cast<std::size_t>(deepestNesting), "chains of owners end");
    if (details->ownerChain.empty() && details->runner.owner)
        details->ownerChain = chainFromPath(*details->runner.owner);
    checkOutputs(*details);
}

} // namespace

void answer(const QByteArray &input)
{
    const HttpAnswer http = httpAnswer(input);
    const RateLimit limit = readRateLimit(http);
    require(!limit.perMinute || *limit.perMinute > 0, "a rate limit lets something through");
    const GraphQlResult result = readAnswer(http, QStringLiteral("gitlab.example.com"), desktopTime);
    if (const auto *error = std::get_if<FetchError>(&result)) {
        checkError(*error);
        return;
    }
    RunnerDecoder decoder{InstanceId{}};
    checkFleet(std::get<GraphQlData>(result), decoder);
    checkDetails(std::get<GraphQlData>(result), decoder);
}

} // namespace Runnerscope::Fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/jobverdicts.h"

#include "models/domain/retire.h"
#include "models/rules/coveragereach.h"
#include "models/rules/jobs/requestjudge.h"
#include "models/rules/places/alikenames.h"

#include <algorithm>
#include <numeric>

namespace Runnerscope {

namespace {

constexpr std::size_t mostAlikeTags = 20; ///< for each tag that no runner has

/// Codes of the tags that runners offer, those of most runners first.
std::vector<quint32> byUse(const TagOffers &offers)
{
    std::vector<quint32> codes(offers.tags().size());
    std::iota(codes.begin(), codes.end(), 0);
    codes.erase(codes.begin()); // that of no tag
    std::ranges::sort(codes, [&](quint32 a, quint32 b) {
        return std::pair(offers.runnersWith(b), a) < std::pair(offers.runnersWith(a), b);
    });
    return codes;
}

/// For each of \a tags, which no runner has, the codes of those that may be meant, most used first.
std::vector<std::vector<quint32>> meantBy(const QStringList &tags, const TagOffers &offers)
{
    if (tags.isEmpty())
        return {};
    const std::vector<quint32> offered = byUse(offers);
    QStringList all;
    for (const quint32 code : offered)
        all.append(offers.tags().text(code));
    const auto alike = alikeTags(all + tags, mostAlikeTags);
    std::vector<std::vector<quint32>> result;
    for (std::size_t i = offered.size(); i < alike.size(); ++i) {
        std::vector<quint32> &codes = result.emplace_back();
        for (const quint32 index : alike[i]) {
            if (index < offered.size())
                codes.push_back(offered[index]);
        }
    }
    return result;
}

} // namespace

JobVerdicts::JobVerdicts(JobVerdictInput input) :
    m_input(std::move(input)),
    m_offers(*m_input.fleet),
    m_pools(*m_input.fleet, m_offers, m_input.assignments, m_input.loads)
{
}

JobVerdictCode JobVerdicts::code(std::size_t job) const
{
    const RequestVerdict *verdict = verdictOf(job);
    return verdict ? verdict->code : m_codes[job];
}

const RequestVerdict *JobVerdicts::verdictOf(std::size_t job) const
{
    const quint32 request = m_requestOfJob[job];
    return request == none ? nullptr : &m_verdicts[request];
}

void JobVerdicts::collectRequests()
{
    m_codes.reserve(m_input.jobs.size());
    m_requestOfJob.reserve(m_input.jobs.size());
    for (quint32 i = 0; i < static_cast<quint32>(m_input.jobs.size()); ++i) {
        const Job &job = *m_input.jobs[i];
        const auto code = verdictOfState(job);
        m_codes.push_back(code.value_or(JobVerdictCode::Queued));
        m_requestOfJob.push_back(code ? none : m_table.add(job, i));
    }
    m_jobsOfRequest.reserve(m_table.requests().size());
    for (const RequestTable::Request &request : m_table.requests())
        std::ranges::sort(
            m_jobsOfRequest.emplace_back(request.jobs), {}, [this](quint32 job) { return m_input.jobs[job]->id; });
}

void JobVerdicts::findWantedTags()
{
    const TextDictionary &tags = m_table.tags();
    std::vector<quint32> offered(tags.size(), TextDictionary::none);
    std::vector<quint32> numbersOfMissing(tags.size());
    QStringList missing;
    for (quint32 code = 1; code < static_cast<quint32>(tags.size()); ++code) {
        offered[code] = m_offers.tags().find(tags.text(code));
        numbersOfMissing[code] = static_cast<quint32>(missing.size());
        if (offered[code] == TextDictionary::none)
            missing.append(tags.text(code));
    }
    const auto meant = meantBy(missing, m_offers);
    for (quint32 set = 0; set < static_cast<quint32>(m_table.tagSets()); ++set) {
        WantedTags &wanted = m_wanted.emplace_back();
        for (const char32_t code : m_table.tagSet(set)) {
            ++wanted.count;
            if (offered[code] != TextDictionary::none)
                wanted.tags.push_back(offered[code]);
            else
                std::ranges::copy_if(meant[numbersOfMissing[code]], std::back_inserter(wanted.alike),
                    [&](quint32 tag) { return std::ranges::find(wanted.alike, tag) == wanted.alike.end(); });
        }
        std::ranges::sort(wanted.tags);
    }
}

QStringList JobVerdicts::tagsOnNoRunner(quint32 tagSet) const
{
    QStringList tags = m_table.tagsOf(tagSet);
    tags.removeIf([this](const QString &tag) { return m_offers.tags().find(tag) != TextDictionary::none; });
    return tags;
}

QStringList JobVerdicts::alikeTo(const WantedTags &wanted) const
{
    QStringList tags;
    for (const quint32 tag : wanted.alike) {
        if (tags.size() < RequestVerdict::mostAlike)
            tags.append(m_offers.tags().text(tag));
    }
    return tags;
}

void JobVerdicts::judgeRequest(quint32 number, const QStringList &tags, RequestJudge &judge)
{
    const RequestTable::Request &request = tableRequest(number);
    const auto [verdict, nearestOffer] = judge.judge(m_scopes[request.project]);
    RequestVerdict &kept = m_verdicts[number] = verdict;
    kept.request = {m_table.projects()[request.project], tags, m_input.jobs[request.jobs.front()]->id.instance};
    kept.loadsComplete = m_input.loads.complete;
    kept.fleetComplete = holdsAllRunners(fleet().coverage);
    if (kept.code == JobVerdictCode::NoRunnerHasTag || kept.code == JobVerdictCode::NoRunnerHasTags) {
        kept.tags = tagsOnNoRunner(request.tagSet);
        kept.alike = alikeTo(m_wanted[request.tagSet]);
    } else if (kept.code == JobVerdictCode::NoRunnerHasAllTags) {
        const auto has = nearestOffer ? m_offers.tagsOf(*nearestOffer) : std::span<const quint32>();
        for (const QString &tag : tags) {
            if (!std::ranges::binary_search(has, m_offers.tags().find(tag)))
                kept.tags.append(tag);
        }
    }
}

void JobVerdicts::findScopes()
{
    for (const auto &project : m_table.projects())
        m_scopes.push_back(poolScopesOf(*project, m_pools));
    m_requestsOfPool.resize(m_pools.size());
    for (quint32 request = 0; request < static_cast<quint32>(m_table.requests().size()); ++request) {
        for (const PoolScope &scope : scopes(request)) {
            if (resultOf(scope.reason) != MatchResult::NotMet)
                m_requestsOfPool[scope.pool].push_back(request);
        }
    }
}

bool JobVerdicts::judgeRequests(const std::stop_token &stop)
{
    m_verdicts.resize(m_table.requests().size());
    std::vector<std::vector<quint32>> requestsOfSet(m_table.tagSets());
    for (quint32 request = 0; request < static_cast<quint32>(m_verdicts.size()); ++request)
        requestsOfSet[tableRequest(request).tagSet].push_back(request);
    RequestJudge judge(m_pools, m_offers);
    for (quint32 set = 0; set < static_cast<quint32>(requestsOfSet.size()); ++set) {
        const QStringList tags = m_table.tagsOf(set);
        judge.setTags(m_wanted[set]);
        for (const quint32 request : requestsOfSet[set]) {
            if (stop.stop_requested())
                return false;
            judgeRequest(request, tags, judge);
        }
    }
    return true;
}

bool JobVerdicts::judge(const std::stop_token &stop)
{
    collectRequests();
    if (stop.stop_requested())
        return false;
    findWantedTags();
    findScopes();
    return judgeRequests(stop) && !stop.stop_requested();
}

JobVerdictsPtr judgeJobs(JobVerdictInput input, const std::stop_token &stop)
{
    std::unique_ptr<JobVerdicts> verdicts(new JobVerdicts(std::move(input)));
    return verdicts->judge(stop) ? shareRetiring<JobVerdicts>(std::move(verdicts)) : nullptr;
}

} // namespace Runnerscope

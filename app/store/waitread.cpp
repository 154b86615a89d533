// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitread.h"

#include "models/rules/queue/waitpercentiles.h"

#include <algorithm>
#include <map>
#include <utility>

namespace Runnerscope {

namespace {

using std::chrono::milliseconds;

qint64 count(ServerTime time)
{
    return time.time_since_epoch().count();
}

Period periodOf(qint64 begin, qint64 length)
{
    return {ServerTime(milliseconds(begin)), ServerTime(milliseconds(begin + length))};
}

/// Which waits a facet has.
class Choice
{
public:
    Choice(const QueueFacet &facet, QSet<FacetNumber> numbers) :
        m_kind(facet.kind),
        m_numbers(std::move(numbers)),
        m_runner(facet.kind == FacetKind::Runner ? facet.name.toLongLong() : 0)
    {
    }

    bool takes(const StoredWait &wait) const
    {
        if (m_kind == FacetKind::All)
            return true;
        if (m_kind == FacetKind::Runner)
            return m_runner != 0 && wait.runner == m_runner;
        return takes(m_kind == FacetKind::TagSet ? wait.tagSet : wait.project);
    }
    /// Of what is counted by project and by tag set.
    bool takes(FacetNumber number) const { return m_numbers.contains(number); }

private:
    FacetKind m_kind;
    QSet<FacetNumber> m_numbers; ///< of tag sets or projects
    qint64 m_runner;
};

WaitCounts countsOf(const Classes &classes)
{
    WaitCounts counts;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i] > 0)
            counts.push_back({waitOfClass(static_cast<int>(i)), classes[i]});
    }
    return counts;
}

/// Of the facets that \a choice takes.
WaitCounts countsIn(const QByteArray &bytes, const Choice &choice)
{
    Classes classes(waitClasses);
    decodeCounts(
        bytes, [&](FacetNumber number) { return choice.takes(number); },
        [&](FacetNumber, int number, qint64 jobs) { addTo(classes, number, jobs); });
    return countsOf(classes);
}

/// \a wait is not shorter than those before.
void append(WaitCounts &counts, milliseconds wait)
{
    if (counts.empty() || counts.back().wait != wait)
        counts.push_back({wait, 0});
    ++counts.back().jobs;
}

std::vector<WaitSlice> inOrder(std::map<qint64, WaitSlice> slices)
{
    std::vector<WaitSlice> result;
    for (auto &[begin, slice] : slices) {
        if (!slice.waits.empty())
            result.push_back(std::move(slice));
    }
    return result;
}

} // namespace

QSet<FacetNumber> WaitRead::numbersOf(const QueueFacet &facet)
{
    QSet<FacetNumber> numbers;
    if (facet.kind == FacetKind::Runner)
        return numbers;
    if (facet.kind == FacetKind::Project || facet.kind == FacetKind::TagSet) {
        if (const auto number = m_facets.find(facet))
            numbers.insert(*number);
        return numbers;
    }
    const bool isAll = facet.kind == FacetKind::All;
    const QString below = facet.name + u'/';
    const auto projects = m_facets.all(FacetKind::Project);
    for (auto it = projects.cbegin(); it != projects.cend(); ++it) {
        if (isAll || it->name.startsWith(below))
            numbers.insert(it.key());
    }
    if (isAll)
        numbers.insert(0);
    return numbers;
}

template <typename Take>
void WaitRead::readSingle(Period period, Take take)
{
    const qint64 from = count(period.from);
    const qint64 to = count(period.to);
    for (const auto &[begin, bytes] : m_blocks.rows(0, floorTo(from, waitTiers[0].block), to)) {
        decodeWaits(bytes, begin, [&](const StoredWait &wait) {
            if (wait.startedAt >= from && wait.startedAt < to)
                take(wait);
        });
    }
}

std::vector<WaitSlice> WaitRead::slices(const QueueFacet &facet, Period period)
{
    const Choice choice(facet, numbersOf(facet));
    std::map<qint64, std::vector<milliseconds>> single;
    std::vector<milliseconds> *block = nullptr;
    qint64 blockBegin = 0;
    readSingle(period, [&](const StoredWait &wait) {
        if (!choice.takes(wait))
            return;
        const qint64 begin = floorTo(wait.startedAt, waitTiers[0].block);
        if (!block || begin != std::exchange(blockBegin, begin)) // most follow each other
            block = &single[begin];
        block->emplace_back(wait.waited);
    });
    std::map<qint64, WaitSlice> slices;
    for (auto &[begin, waits] : single)
        slices[begin] = {periodOf(begin, waitTiers[0].block), countsOf(std::move(waits))};
    for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier) {
        for (const auto &[begin, bytes] : m_blocks.rows(tier, count(period.from), count(period.to))) {
            WaitSlice &slice = slices[begin];
            slice.period = periodOf(begin, waitTiers[static_cast<std::size_t>(tier)].block);
            addTo(slice.waits, countsIn(bytes, choice));
        }
    }
    return inOrder(std::move(slices));
}

WaitRead::Found WaitRead::byRunner(Period period)
{
    QHash<qint64, std::vector<milliseconds>> single;
    readSingle(period, [&](const StoredWait &wait) {
        if (wait.runner != 0)
            single[wait.runner].emplace_back(wait.waited);
    });
    Found found;
    for (auto it = single.begin(); it != single.end(); ++it)
        found.insert({FacetKind::Runner, QString::number(it.key())}, countsOf(std::move(*it)));
    return found;
}

/// All at once, so that those of every facet are in order, of however many a wait is one.
std::vector<WaitCounts> WaitRead::singleBy(const WaitTargets &targets, bool byTagSet, Period period)
{
    std::vector<std::pair<milliseconds, FacetNumber>> inOrder;
    std::vector<std::size_t> sizes(targets.facets().size());
    readSingle(period, [&](const StoredWait &wait) {
        const FacetNumber number = byTagSet ? wait.tagSet : wait.project;
        inOrder.emplace_back(wait.waited, number);
        targets.forEachOf(number, [&](std::size_t place) { ++sizes[place]; });
    });
    std::ranges::sort(inOrder, {}, [](const auto &wait) { return wait.first; });
    std::vector<WaitCounts> waits(sizes.size());
    for (std::size_t i = 0; i < sizes.size(); ++i)
        waits[i].reserve(sizes[i]);
    for (const auto &[waited, number] : inOrder)
        targets.forEachOf(number, [&, wait = waited](std::size_t place) { append(waits[place], wait); });
    return waits;
}

WaitRead::Found WaitRead::byCounted(FacetKind kind, Period period)
{
    const bool byTagSet = kind == FacetKind::TagSet;
    const bool isExact = period.to - period.from <= longestExact;
    const WaitTargets targets(kind, m_facets.all(byTagSet ? FacetKind::TagSet : FacetKind::Project));
    ClassTable table(targets.numbers());
    std::vector<WaitCounts> waits(targets.facets().size());
    if (isExact)
        waits = singleBy(targets, byTagSet, period);
    else
        readSingle(period, [&](const StoredWait &wait) {
            table.count(byTagSet ? wait.tagSet : wait.project, waitClass(milliseconds(wait.waited)));
        });
    m_blocks.readCounted(
        count(period.from), count(period.to), [&table](const QByteArray &counts) { table.add(counts); });
    std::vector<Classes> classes(waits.size());
    table.forEach([&](FacetNumber number, const Classes &ofNumber) {
        targets.forEachOf(number, [&](std::size_t place) { addTo(classes[place], ofNumber); });
    });
    Found found;
    for (std::size_t i = 0; i < waits.size(); ++i) {
        addTo(waits[i], countsOf(classes[i]));
        if (!waits[i].empty() || kind == FacetKind::All)
            found.insert(targets.facets()[i], std::move(waits[i]));
    }
    return found;
}

std::vector<FacetWaits> WaitRead::byFacet(FacetKind kind, Period period)
{
    Found found = kind == FacetKind::Runner ? byRunner(period) : byCounted(kind, period);
    std::vector<FacetWaits> result;
    for (auto it = found.begin(); it != found.end(); ++it)
        result.push_back({it.key(), std::move(*it)});
    std::ranges::sort(result, {}, &FacetWaits::facet);
    return result;
}

std::vector<JobWait> WaitRead::single(const QueueFacet &facet, Period period, InstanceId instance)
{
    const Choice choice(facet, numbersOf(facet));
    std::vector<JobWait> waits;
    readSingle(period, [&](const StoredWait &wait) {
        if (!choice.takes(wait))
            return;
        const ServerTime started{milliseconds(wait.startedAt)};
        const auto nameOf = [this](FacetNumber number) { return m_facets.facet(number).value_or(QueueFacet{}).name; };
        waits.push_back({{instance, wait.job}, started - milliseconds(wait.waited), started, nameOf(wait.tagSet),
            nameOf(wait.project), wait.runner == 0 ? std::nullopt : std::optional(RunnerId{instance, wait.runner}),
            wait.manager});
    });
    std::ranges::sort(waits, {}, &JobWait::job);
    return waits;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waitread.h"

#include "models/rules/queue/jobfacets.h"
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

void addAll(WaitCounts &into, const WaitCounts &waits)
{
    auto hint = into.begin();
    for (const auto &[wait, jobs] : waits) {
        hint = into.try_emplace(hint, wait, 0);
        hint->second += jobs;
    }
}

/// Single waits, in milliseconds. Sorted at once they make a map several times faster than one by one.
void addAll(WaitCounts &into, std::vector<qint64> waits)
{
    std::ranges::sort(waits);
    auto hint = into.begin();
    for (const qint64 wait : waits) {
        hint = into.try_emplace(hint, milliseconds(wait), 0);
        ++hint->second;
    }
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
        if (m_kind == FacetKind::Runner)
            return m_runner != 0 && wait.runner == m_runner;
        return takes(m_kind == FacetKind::TagSet ? wait.tagSet : wait.project);
    }
    bool takes(FacetNumber number) const { return m_numbers.contains(number); }

private:
    FacetKind m_kind;
    QSet<FacetNumber> m_numbers; ///< of tag sets or projects
    qint64 m_runner;
};

/// How many jobs waited for how long, by facet and class.
using ClassTable = QHash<FacetNumber, std::vector<qint64>>;

void addClasses(ClassTable &table, const QHash<FacetNumber, QueueFacet> &facets, const QByteArray &bytes)
{
    std::vector<qint64> *classes = nullptr;
    const auto wants = [&](FacetNumber number) {
        if (!facets.contains(number))
            return false;
        classes = &table[number];
        classes->resize(waitClasses);
        return true;
    };
    decodeCounts(bytes, wants,
        [&](FacetNumber, int waitClass, qint64 jobs) { (*classes)[static_cast<std::size_t>(waitClass)] += jobs; });
}

WaitCounts countsOf(const std::vector<qint64> &classes)
{
    WaitCounts counts;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i] > 0)
            counts[waitOfClass(static_cast<int>(i))] += classes[i];
    }
    return counts;
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
        for (const StoredWait &wait : decodeWaits(bytes, begin)) {
            if (wait.startedAt >= from && wait.startedAt < to)
                take(wait);
        }
    }
}

std::vector<WaitSlice> WaitRead::slices(const QueueFacet &facet, Period period)
{
    const Choice choice(facet, numbersOf(facet));
    std::map<qint64, std::vector<qint64>> single;
    readSingle(period, [&](const StoredWait &wait) {
        if (choice.takes(wait))
            single[floorTo(wait.startedAt, waitTiers[0].block)].push_back(wait.waited);
    });
    std::map<qint64, WaitSlice> slices;
    for (auto &[begin, waits] : single) {
        WaitSlice &slice = slices[begin];
        slice.period = periodOf(begin, waitTiers[0].block);
        addAll(slice.waits, std::move(waits));
    }
    for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier) {
        for (const auto &[begin, bytes] : m_blocks.rows(tier, count(period.from), count(period.to))) {
            WaitSlice &slice = slices[begin];
            slice.period = periodOf(begin, waitTiers[static_cast<std::size_t>(tier)].block);
            std::vector<qint64> classes(waitClasses);
            decodeCounts(
                bytes, [&](FacetNumber number) { return choice.takes(number); },
                [&](FacetNumber, int number, qint64 jobs) { classes[static_cast<std::size_t>(number)] += jobs; });
            addAll(slice.waits, countsOf(classes));
        }
    }
    return inOrder(std::move(slices));
}

WaitRead::Found WaitRead::byRunner(Period period)
{
    QHash<qint64, std::vector<qint64>> single;
    readSingle(period, [&](const StoredWait &wait) {
        if (wait.runner != 0)
            single[wait.runner].push_back(wait.waited);
    });
    Found found;
    for (auto it = single.cbegin(); it != single.cend(); ++it)
        addAll(found[{FacetKind::Runner, QString::number(it.key())}], *it);
    return found;
}

WaitRead::Found WaitRead::byProjectOrTagSet(FacetKind kind, Period period)
{
    QHash<FacetNumber, std::vector<qint64>> single;
    readSingle(period, [&](const StoredWait &wait) {
        single[kind == FacetKind::TagSet ? wait.tagSet : wait.project].push_back(wait.waited);
    });
    const auto facets = m_facets.all(kind);
    ClassTable counted;
    for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier) {
        for (const auto &[begin, bytes] : m_blocks.rows(tier, count(period.from), count(period.to)))
            addClasses(counted, facets, bytes);
    }
    Found found;
    for (auto it = facets.cbegin(); it != facets.cend(); ++it) {
        WaitCounts waits = countsOf(counted.value(it.key()));
        addAll(waits, single.take(it.key()));
        if (!waits.empty())
            found.insert(*it, std::move(waits));
    }
    return found;
}

WaitRead::Found WaitRead::byGroup(Period period)
{
    const Found projects = byProjectOrTagSet(FacetKind::Project, period);
    Found found;
    for (auto it = projects.cbegin(); it != projects.cend(); ++it) {
        const QStringList groups = groupsAbove(it.key().name);
        for (const QString &group : groups)
            addAll(found[{FacetKind::Group, group}], *it);
    }
    return found;
}

std::vector<FacetWaits> WaitRead::byFacet(FacetKind kind, Period period)
{
    Found found;
    if (kind == FacetKind::All) {
        for (const WaitSlice &slice : slices({}, period))
            addAll(found[QueueFacet{}], slice.waits);
    } else {
        found = kind == FacetKind::Runner ? byRunner(period)
            : kind == FacetKind::Group    ? byGroup(period)
                                          : byProjectOrTagSet(kind, period);
    }
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

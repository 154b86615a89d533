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

/// How many jobs waited for how long, by class.
using Classes = std::vector<qint64>;

void addTo(Classes &classes, int number, qint64 jobs)
{
    classes[static_cast<std::size_t>(number)] += jobs;
}

WaitCounts countsOf(const Classes &classes)
{
    WaitCounts counts;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (classes[i] > 0)
            counts.push_back({waitOfClass(static_cast<int>(i)), classes[i]});
    }
    return counts;
}

/// Counts by facet and class. Facets ascend in the bytes as they do here, so that none is searched for.
class ClassTable
{
public:
    explicit ClassTable(const QHash<FacetNumber, QueueFacet> &facets) :
        m_numbers(facets.keyBegin(), facets.keyEnd()),
        m_classes(m_numbers.size())
    {
        std::ranges::sort(m_numbers);
    }

    void add(const QByteArray &bytes)
    {
        std::size_t at = 0;
        const auto wants = [&](FacetNumber number) {
            while (at < m_numbers.size() && m_numbers[at] < number)
                ++at;
            const bool wanted = at < m_numbers.size() && m_numbers[at] == number;
            if (wanted)
                m_classes[at].resize(waitClasses);
            return wanted;
        };
        decodeCounts(bytes, wants, [&](FacetNumber, int number, qint64 jobs) { addTo(m_classes[at], number, jobs); });
    }

    /// Calls \a take(number, counts) for every facet, by number.
    template <typename Take>
    void forEach(Take take) const
    {
        for (std::size_t i = 0; i < m_numbers.size(); ++i)
            take(m_numbers[i], countsOf(m_classes[i]));
    }

private:
    std::vector<FacetNumber> m_numbers;
    std::vector<Classes> m_classes; ///< empty: nothing was counted yet
};

/// Of the facets that \a choice takes.
WaitCounts countsIn(const QByteArray &bytes, const Choice &choice)
{
    Classes classes(waitClasses);
    decodeCounts(
        bytes, [&](FacetNumber number) { return choice.takes(number); },
        [&](FacetNumber, int number, qint64 jobs) { addTo(classes, number, jobs); });
    return countsOf(classes);
}

/// Of many: two at a time, so that each job is moved a few times only.
WaitCounts sumOf(std::vector<const WaitCounts *> parts)
{
    std::vector<WaitCounts> sums;
    for (const WaitCounts *part : parts)
        sums.push_back(*part);
    for (std::size_t step = 1; step < sums.size(); step *= 2) {
        for (std::size_t i = 0; i + step < sums.size(); i += 2 * step)
            addTo(sums[i], std::exchange(sums[i + step], {}));
    }
    return sums.empty() ? WaitCounts() : std::move(sums.front());
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

WaitRead::Found WaitRead::byProjectOrTagSet(FacetKind kind, Period period)
{
    QHash<FacetNumber, std::vector<milliseconds>> single;
    readSingle(period, [&](const StoredWait &wait) {
        single[kind == FacetKind::TagSet ? wait.tagSet : wait.project].emplace_back(wait.waited);
    });
    const auto facets = m_facets.all(kind);
    ClassTable counted(facets);
    for (int tier = 1; tier < static_cast<int>(waitTiers.size()); ++tier) {
        for (const auto &[begin, bytes] : m_blocks.rows(tier, count(period.from), count(period.to)))
            counted.add(bytes);
    }
    Found found;
    counted.forEach([&](FacetNumber number, WaitCounts waits) {
        addTo(waits, countsOf(single.take(number)));
        if (!waits.empty())
            found.insert(facets[number], std::move(waits));
    });
    return found;
}

WaitRead::Found WaitRead::byGroup(Period period)
{
    const Found projects = byProjectOrTagSet(FacetKind::Project, period);
    QHash<QString, std::vector<const WaitCounts *>> members;
    for (auto it = projects.cbegin(); it != projects.cend(); ++it) {
        const QStringList groups = groupsAbove(it.key().name);
        for (const QString &group : groups)
            members[group].push_back(&*it);
    }
    Found found;
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        found.insert({FacetKind::Group, it.key()}, sumOf(*it));
    return found;
}

std::vector<FacetWaits> WaitRead::byFacet(FacetKind kind, Period period)
{
    Found found;
    if (kind == FacetKind::All) {
        std::vector<WaitSlice> all = slices({}, period);
        std::vector<const WaitCounts *> parts;
        for (const WaitSlice &slice : all)
            parts.push_back(&slice.waits);
        found.insert(QueueFacet{}, sumOf(parts));
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

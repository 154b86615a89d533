// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/waitblock.h"
#include "models/domain/queuefacet.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace Runnerscope {

/// How many jobs waited for how long, by class.
using Classes = std::vector<qint64>;

inline void addTo(Classes &classes, int number, qint64 jobs)
{
    classes[static_cast<std::size_t>(number)] += jobs;
}

inline void addTo(Classes &classes, const Classes &more)
{
    classes.resize(waitClasses);
    std::ranges::transform(classes, more, classes.begin(), std::plus());
}

/// What waits count for that are kept by the number of a project or of a tag set.
class WaitTargets
{
public:
    /// \a numbers are the projects, or for FacetKind::TagSet the tag sets.
    WaitTargets(FacetKind kind, const QHash<FacetNumber, QueueFacet> &numbers);

    /// All of \a kind.
    const std::vector<QueueFacet> &facets() const { return m_facets; }
    /// Ascending.
    std::vector<FacetNumber> numbers() const;
    /// Calls \a take(place) for those in facets() that \a number counts for.
    template <typename Take>
    void forEachOf(FacetNumber number, Take take) const
    {
        const auto found = m_of.constFind(number);
        if (found != m_of.cend())
            std::ranges::for_each(*found, take);
    }

private:
    std::size_t place(const QueueFacet &facet);
    std::vector<std::size_t> targetsOf(FacetKind kind, const QueueFacet &facet);

    std::vector<QueueFacet> m_facets;
    QHash<QueueFacet, std::size_t> m_places;
    QHash<FacetNumber, std::vector<std::size_t>> m_of;
};

/// Counts by facet and class. Facets ascend in the bytes as they do here, so that none is searched for.
class ClassTable
{
public:
    explicit ClassTable(std::vector<FacetNumber> ascending) :
        m_numbers(std::move(ascending)),
        m_classes(m_numbers.size())
    {
        for (std::size_t i = 0; i < m_numbers.size(); ++i)
            m_places.insert(m_numbers[i], i);
    }

    /// One job more.
    void count(FacetNumber number, int waitClass)
    {
        const auto place = m_places.constFind(number);
        if (place == m_places.cend())
            return;
        Classes &classes = m_classes[*place];
        classes.resize(waitClasses);
        ++classes[static_cast<std::size_t>(waitClass)];
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

    /// Calls \a take(number, classes) for every facet that has been counted.
    template <typename Take>
    void forEach(Take take) const
    {
        for (std::size_t i = 0; i < m_numbers.size(); ++i) {
            if (!m_classes[i].empty())
                take(m_numbers[i], m_classes[i]);
        }
    }

private:
    std::vector<FacetNumber> m_numbers;
    QHash<FacetNumber, std::size_t> m_places; ///< by number: a damaged file may hold any
    std::vector<Classes> m_classes; ///< empty: nothing was counted yet
};

} // namespace Runnerscope

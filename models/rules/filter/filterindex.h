// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercolumncache.h"
#include "models/rules/filter/filterrows.h"
#include "models/rules/searchtext.h"

namespace Runnerscope {

/// The columns of a fleet that filters ask for, each made when it is asked for first and kept while the rows stay the
/// same.
class FilterIndex : public FilterRows
{
public:
    FilterIndex() = default;
    explicit FilterIndex(FleetPtr fleet) { setFleet(std::move(fleet)); }

    /// Speaks of \a fleet from now on. The columns stay when its rows differ in nothing but their age (see
    /// Fleet::rowsRevision), otherwise they are dropped.
    void setFleet(FleetPtr fleet);
    /// An empty one until there is one.
    const Fleet &fleet() const;

    FilterSubject subject() const override { return FilterSubject::Runners; }
    std::size_t rowCount() const override { return fleet().rows.size(); }
    ServerTime readAt(std::size_t row) const override { return fleet().rows[row].readAt; }
    RunnerStatus statusOf(std::size_t row) const override { return fleet().rows[row].status; }
    const FoldedTexts &searchTexts() override;
    const FilterTextColumn &texts(FilterField field) override;
    const FilterNumberColumn &numbers(FilterField field, FilterScope scope) override;
    const std::vector<quint32> &managerStarts() override;
    std::vector<quint8> managersInContact() override;

    qsizetype memory() const; ///< of the columns in bytes, without the texts, which the fleet shares

private:
    struct Managers
    {
        std::vector<quint32> starts;
        std::vector<OptionalTime> contacts;
    };

    const Managers &managers();

    FleetPtr m_fleet;
    std::unique_ptr<const SearchText> m_searchText;
    std::unique_ptr<const Managers> m_managers;
    FilterColumnCache<FilterTextColumn> m_texts;
    FilterColumnCache<FilterNumberColumn> m_runnerNumbers;
    FilterColumnCache<FilterNumberColumn> m_managerNumbers;
};

} // namespace Runnerscope

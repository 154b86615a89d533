// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercolumns.h"
#include "models/rules/searchtext.h"

#include <array>
#include <memory>

namespace Runnerscope {

/// The columns of a fleet that filters ask for, each made when it is asked for first and kept while the rows stay the
/// same. What is made grows with the fleet: not for the GUI thread. Used by one thread at a time.
class FilterIndex
{
public:
    FilterIndex() = default;
    explicit FilterIndex(FleetPtr fleet) { setFleet(std::move(fleet)); }

    /// Speaks of \a fleet from now on. The columns stay when its rows differ in nothing but their age (see
    /// Fleet::rowsRevision), otherwise they are dropped.
    void setFleet(FleetPtr fleet);
    /// An empty one until there is one.
    const Fleet &fleet() const;

    const SearchText &searchText();
    /// Of each manager for the fields that only managers have, of each runner for all others that are text.
    const FilterTextColumn &texts(FilterField field);
    const FilterNumberColumn &numbers(FilterField field, FilterScope scope);
    /// Of each row the index of its first manager in the columns of managers, then the number of all managers.
    const std::vector<quint32> &managerStarts();
    /// 1 for each manager that is in contact, judged at the time at which its row was read.
    std::vector<quint8> managersInContact();

    qsizetype memory() const; ///< of the columns in bytes, without the texts, which the fleet shares

private:
    struct Managers
    {
        std::vector<quint32> starts;
        std::vector<OptionalTime> contacts;
    };
    template <typename Column>
    using ByField = std::array<std::unique_ptr<const Column>, filterFieldCount>;

    const Managers &managers();

    FleetPtr m_fleet;
    std::unique_ptr<const SearchText> m_searchText;
    std::unique_ptr<const Managers> m_managers;
    ByField<FilterTextColumn> m_texts;
    ByField<FilterNumberColumn> m_runnerNumbers;
    ByField<FilterNumberColumn> m_managerNumbers;
};

} // namespace Runnerscope

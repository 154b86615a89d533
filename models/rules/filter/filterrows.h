// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"
#include "models/rules/filter/filtercolumns.h"
#include "models/rules/filter/filtermask.h"
#include "models/rules/foldedtexts.h"

#include <optional>

namespace Runnerscope {

/// What a filter is asked of: the rows of a list, with their values in columns. What is made grows with the rows: not
/// for the GUI thread. Used by one thread at a time.
class FilterRows
{
public:
    FilterRows() = default;
    FilterRows(const FilterRows &) = delete;
    FilterRows &operator=(const FilterRows &) = delete;
    FilterRows(FilterRows &&) = default;
    FilterRows &operator=(FilterRows &&) = default;
    virtual ~FilterRows() = default;

    virtual FilterSubject subject() const = 0;
    virtual std::size_t rowCount() const = 0;
    /// The time at which the row was read: ages are judged at it.
    virtual ServerTime readAt(std::size_t row) const = 0;
    /// What words without a field are looked for in, an entry for each row.
    virtual const FoldedTexts &searchTexts() = 0;
    /// Of each manager for the fields that only managers have, of each row for all others that are text.
    virtual const FilterTextColumn &texts(FilterField field) = 0;
    virtual const FilterNumberColumn &numbers(FilterField field, FilterScope scope) = 0;

    /// \name Of runners only
    /// @{
    virtual RunnerStatus statusOf(std::size_t row) const;
    /// Of each row the index of its first manager in the columns of managers, then the number of all managers.
    virtual const std::vector<quint32> &managerStarts();
    /// 1 for each manager that is in contact, judged at the time at which its row was read.
    virtual std::vector<quint8> managersInContact();
    /// @}

    /// \name Of jobs only
    /// @{
    /// 1 for each that waits and that the runner with this number could take; nothing: that any could.
    virtual FilterMask waitingFor(std::optional<qint64> runner);
    /// Numbers of some runners for which waitingFor() finds jobs.
    virtual std::vector<qint64> waitedFor(std::size_t most);
    /// @}
};

} // namespace Runnerscope

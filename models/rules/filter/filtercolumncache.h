// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterfield.h"

#include <array>
#include <memory>

namespace Runnerscope {

/// Columns by field, each made when it is asked for first.
template <typename Column>
class FilterColumnCache
{
public:
    template <typename Make>
    const Column &get(FilterField field, Make make)
    {
        std::unique_ptr<const Column> &column = m_columns[static_cast<std::size_t>(field)];
        if (!column)
            column = std::make_unique<const Column>(make());
        return *column;
    }

    /// Calls \a visit with each column that there is.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (const std::unique_ptr<const Column> &column : m_columns) {
            if (column)
                visit(*column);
        }
    }

private:
    std::array<std::unique_ptr<const Column>, filterFieldCount> m_columns;
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtermask.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace Runnerscope {

FilterMask maskOfAll(std::size_t size)
{
    return FilterMask(size, 1);
}

void keepIn(FilterMask &mask, const FilterMask &other)
{
    std::ranges::transform(mask, other, mask.begin(), std::bit_and<quint8>());
}

void addTo(FilterMask &mask, const FilterMask &other)
{
    std::ranges::transform(mask, other, mask.begin(), std::bit_or<quint8>());
}

void invert(FilterMask &mask)
{
    for (quint8 &byte : mask)
        byte ^= 1;
}

qint64 countOf(const FilterMask &mask)
{
    return std::accumulate(mask.begin(), mask.end(), qint64(0));
}

std::vector<quint32> indexesOf(const FilterMask &mask)
{
    std::vector<quint32> indexes;
    indexes.reserve(static_cast<std::size_t>(countOf(mask)));
    for (std::size_t i = 0; i < mask.size(); ++i) {
        if (mask[i])
            indexes.push_back(static_cast<quint32>(i));
    }
    return indexes;
}

FilterMask ownersOf(const FilterMask &parts, const std::vector<quint32> &starts)
{
    FilterMask owners(starts.empty() ? 0 : starts.size() - 1);
    for (std::size_t owner = 0; owner < owners.size(); ++owner) {
        quint8 any = 0;
        for (std::size_t part = starts[owner]; part < starts[owner + 1]; ++part)
            any |= parts[part];
        owners[owner] = any;
    }
    return owners;
}

} // namespace Runnerscope

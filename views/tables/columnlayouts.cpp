// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/columnlayouts.h"

#include "views/tables/runnertableview.h"

#include <utility>

namespace Runnerscope {

QByteArray ColumnLayouts::shown() const
{
    return m_table.saveState();
}

QByteArray ColumnLayouts::own() const
{
    return m_own ? *m_own : shown();
}

bool ColumnLayouts::restoreOwn(const QByteArray &layout)
{
    m_own.reset();
    return m_table.restoreState(layout);
}

bool ColumnLayouts::show(const QByteArray &layout)
{
    if (const auto own = std::exchange(m_own, std::nullopt))
        m_table.restoreState(*own);
    if (layout.isEmpty())
        return true;
    const QByteArray own = shown();
    if (!m_table.restoreState(layout))
        return false;
    m_own = own;
    return true;
}

} // namespace Runnerscope

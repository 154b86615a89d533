// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/spanpicker.h"

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int stepsOfPeriod = 120;

} // namespace

void SpanPicker::setPeriod(Period period)
{
    if (period.length() != m_period.length()) // another span, not the same one a moment later
        *this = {};
    m_period = period;
    if (m_place)
        m_place = inside(*m_place);
}

ServerTime SpanPicker::inside(ServerTime moment) const
{
    return std::clamp(moment, m_period.from, std::max(m_period.from, m_period.to));
}

std::optional<Period> SpanPicker::span() const
{
    if (!m_begin || !m_place || *m_begin == *m_place)
        return std::nullopt;
    return Period{std::min(*m_begin, *m_place), std::max(*m_begin, *m_place)};
}

void SpanPicker::point(ServerTime moment)
{
    m_place = inside(moment);
}

void SpanPicker::pointNowhere()
{
    m_place.reset();
    m_begin.reset();
}

void SpanPicker::begin(ServerTime moment)
{
    m_begin = inside(moment);
    m_place = m_begin;
}

void SpanPicker::moveTo(ServerTime moment, bool picking)
{
    if (!m_place)
        m_place = m_period.to;
    if (!picking)
        m_begin.reset();
    else if (!m_begin)
        m_begin = m_place;
    m_place = inside(moment);
}

void SpanPicker::moveBy(int steps, bool picking)
{
    const auto step = std::max<std::chrono::milliseconds>(std::chrono::seconds(1), m_period.length() / stepsOfPeriod);
    moveTo(m_place.value_or(m_period.to) + steps * step, picking);
}

bool SpanPicker::letGo()
{
    return std::exchange(m_begin, std::nullopt).has_value();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuepoint.h"

#include <optional>

namespace Runnerscope {

/// A place in a period of time that is moved by mouse or keys, and the span that is picked from it. No pixels in it.
class SpanPicker
{
public:
    void setPeriod(Period period);
    Period period() const { return m_period; }

    /// Where the user points; nothing: nowhere.
    OptionalTime place() const { return m_place; }
    /// What is picked; nothing: no span, or one without length.
    std::optional<Period> span() const;

    void point(ServerTime moment);
    void pointNowhere();
    /// The span begins here.
    void begin(ServerTime moment);
    /// Moves the place, and with \a picking the end of the span with it.
    void moveTo(ServerTime moment, bool picking);
    void moveBy(int steps, bool picking);
    /// False: nothing was picked.
    bool letGo();

private:
    ServerTime inside(ServerTime moment) const;

    Period m_period;
    OptionalTime m_place;
    OptionalTime m_begin;
};

} // namespace Runnerscope

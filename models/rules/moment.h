// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Runnerscope::Wording {

/// A moment as people tell it, both in local time: "14:02", "14:02 yesterday", "14:02 on 3 Dec 2026".
QString moment(const QDateTime &then, const QDateTime &now);

} // namespace Runnerscope::Wording

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace Runnerscope {

/// The fields of an object as a line of CSV, in the order of their names. Lists are joined by commas, null is an empty
/// cell; line breaks are blanks.
QString recordCsv(const QStringList &names, const QJsonObject &record);

} // namespace Runnerscope

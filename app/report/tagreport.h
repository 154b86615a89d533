// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/taglist.h"

#include <QJsonArray>

namespace Runnerscope {

// Tags for scripts. The field names are a contract; packaging/man/runnerscopectl.1 documents them. The columns of CSV
// are fields of JSON.

QJsonArray tagsJson(const std::vector<TagUse> &tags);
QString tagsCsv(const std::vector<TagUse> &tags);

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/places/placetree.h"

#include <QJsonArray>

namespace Runnerscope {

// The groups and projects of runners for scripts, from the top down. The field names are a contract;
// packaging/man/runnerscopectl.1 documents them. The columns of CSV are fields of JSON.

QJsonArray placesJson(const PlaceTree &tree);
QString placesCsv(const PlaceTree &tree);

} // namespace Runnerscope

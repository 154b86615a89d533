// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/filterreading.h"

#include "models/rules/filter/filterconflicts.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/filterwording.h"
#include "views/panels/filterbox.h"

#include <QStringList>

namespace Runnerscope {

std::optional<FilterExpression> readFilter(FilterBox &box, FilterSubject subject)
{
    const auto parsed = parseFilter(box.text(), subject);
    if (const auto *error = std::get_if<FilterError>(&parsed)) {
        box.showError(*error);
        return std::nullopt;
    }
    const auto &filter = std::get<FilterExpression>(parsed);
    QStringList words{Wording::filter(filter)};
    for (const FilterNote &note : conflictsIn(filter))
        words.append(note.sentence);
    box.showMeaning(words.join(QStringLiteral(" · ")));
    return filter;
}

} // namespace Runnerscope

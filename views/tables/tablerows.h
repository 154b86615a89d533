// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace Runnerscope {

/// Makes rows of one height for the font of \a table, chosen as a whole, without grid, numbers or frames.
void setUpTableRows(QTableView &table);

} // namespace Runnerscope

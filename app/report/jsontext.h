// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>

namespace Runnerscope {

/// A document as text that ends in a line break. Control characters and marks that change the direction of writing are
/// escaped, so that the text is harmless on a terminal and reads back the same.
QByteArray jsonText(const QJsonDocument &document);

} // namespace Runnerscope

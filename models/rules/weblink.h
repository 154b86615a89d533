// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Runnerscope {

/// The address in \a text where it may be opened in a browser: it is http or https, has no user in it, and its host and
/// port are those of \a instance, the base address of the server. Servers send addresses; they are not to be trusted.
std::optional<QUrl> webLink(const QString &text, const QString &instance);

} // namespace Runnerscope

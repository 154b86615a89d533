// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Runnerscope {

/// A text for the middle of a line of Markdown, in which it means nothing: no formatting, no HTML, no link, and in
/// GitLab no mention of anybody and no reference.
QString markdownText(const QString &text);

/// A link that shows \a text. \a url must be one that may be followed; see webLink().
QString markdownLink(const QString &text, const QUrl &url);

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/weblink.h"

namespace Runnerscope {

namespace {

bool isWeb(const QUrl &url)
{
    return url.isValid() && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
        && !url.host().isEmpty() && url.userInfo().isEmpty();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

std::optional<QUrl> webLink(const QString &text, const QString &instance)
{
    const QUrl url(text, QUrl::StrictMode);
    const QUrl base(instance, QUrl::StrictMode);
    if (!isWeb(url) || !isWeb(base) || url.scheme() != base.scheme() || url.host() != base.host()
        || portOf(url) != portOf(base))
        return std::nullopt;
    return url;
}

} // namespace Runnerscope

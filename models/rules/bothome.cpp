// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/bothome.h"

#include <QRegularExpression>

namespace Runnerscope {

std::optional<BotHome> botHomeFrom(const QString &username)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?:(project|group)_([0-9]{1,18})_bot|service_account_(project|group)_([0-9]{1,18})_)"));
    const auto match = form.match(username);
    if (!match.hasMatch())
        return std::nullopt;
    const bool ofToken = !match.captured(1).isEmpty();
    BotHome home;
    home.kind = match.captured(ofToken ? 1 : 3) == QLatin1String("group") ? OwnerKind::Group : OwnerKind::Project;
    home.number = match.captured(ofToken ? 2 : 4).toLongLong();
    return home.number > 0 ? std::optional(home) : std::nullopt;
}

} // namespace Runnerscope

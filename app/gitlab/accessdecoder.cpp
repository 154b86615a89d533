// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/accessdecoder.h"

namespace Runnerscope {

namespace {

QString nextCursor(JsonValue connection)
{
    const JsonValue info = connection.value(QLatin1String("pageInfo"));
    return info.value(QLatin1String("hasNextPage")).toBool() ? info.value(QLatin1String("endCursor")).toString()
                                                             : QString();
}

} // namespace

PlacePage<Membership> decodeMemberships(OwnerKind kind, JsonValue connection)
{
    PlacePage<Membership> page;
    page.endCursor = nextCursor(connection);
    const auto key = kind == OwnerKind::Group ? QLatin1String("group") : QLatin1String("project");
    const JsonValue nodes = connection.value(QLatin1String("nodes"));
    for (const JsonValue node : nodes) {
        const JsonValue place = node.value(key);
        const QString path = place.value(QLatin1String("fullPath")).toString();
        if (path.isEmpty())
            continue;
        const JsonValue level = node.value(QLatin1String("accessLevel"));
        page.places.push_back({kind, path, place.value(QLatin1String("name")).toString(),
            level.value(QLatin1String("integerValue")).toInt()});
    }
    return page;
}

PlacePage<QString> decodeTopGroups(JsonValue data)
{
    PlacePage<QString> page;
    const JsonValue connection = data.value(QLatin1String("groups"));
    page.endCursor = nextCursor(connection);
    const JsonValue nodes = connection.value(QLatin1String("nodes"));
    for (const JsonValue node : nodes) {
        const QString path = node.value(QLatin1String("fullPath")).toString();
        if (!path.isEmpty() && !path.contains(u'/'))
            page.places.push_back(path);
    }
    return page;
}

std::optional<TokenFacts> decodeToken(JsonValue body)
{
    const JsonValue scopes = body.value(QLatin1String("scopes"));
    if (!scopes.isArray())
        return std::nullopt;
    TokenFacts facts;
    facts.name = body.value(QLatin1String("name")).toString();
    for (const JsonValue scope : scopes)
        facts.scopes.append(scope.toString());
    facts.scopes.removeAll({});
    const QDate expires = QDate::fromString(body.value(QLatin1String("expires_at")).toString(), Qt::ISODate);
    if (expires.isValid())
        facts.expiresOn = expires;
    return facts;
}

bool isAdministrator(JsonValue body)
{
    return body.value(QLatin1String("is_admin")).toBool();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/accessdecoder.h"

#include <QJsonArray>

namespace Runnerscope {

namespace {

QString nextCursor(const QJsonObject &connection)
{
    const QJsonObject info = connection.value(QLatin1String("pageInfo")).toObject();
    return info.value(QLatin1String("hasNextPage")).toBool() ? info.value(QLatin1String("endCursor")).toString()
                                                             : QString();
}

} // namespace

PlacePage<Membership> decodeMemberships(OwnerKind kind, const QJsonObject &connection)
{
    PlacePage<Membership> page;
    page.endCursor = nextCursor(connection);
    const auto key = kind == OwnerKind::Group ? QLatin1String("group") : QLatin1String("project");
    const QJsonArray nodes = connection.value(QLatin1String("nodes")).toArray();
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QJsonObject place = node.value(key).toObject();
        const QString path = place.value(QLatin1String("fullPath")).toString();
        if (path.isEmpty())
            continue;
        const QJsonObject level = node.value(QLatin1String("accessLevel")).toObject();
        page.places.push_back({kind, path, place.value(QLatin1String("name")).toString(),
            level.value(QLatin1String("integerValue")).toInt()});
    }
    return page;
}

PlacePage<QString> decodeTopGroups(const QJsonObject &data)
{
    PlacePage<QString> page;
    const QJsonObject connection = data.value(QLatin1String("groups")).toObject();
    page.endCursor = nextCursor(connection);
    const QJsonArray nodes = connection.value(QLatin1String("nodes")).toArray();
    for (const QJsonValue node : nodes) {
        const QString path = node.toObject().value(QLatin1String("fullPath")).toString();
        if (!path.isEmpty() && !path.contains(u'/'))
            page.places.push_back(path);
    }
    return page;
}

std::optional<TokenFacts> decodeToken(const QJsonDocument &body)
{
    const QJsonObject object = body.object();
    if (!object.value(QLatin1String("scopes")).isArray())
        return std::nullopt;
    TokenFacts facts;
    facts.name = object.value(QLatin1String("name")).toString();
    const QJsonArray scopes = object.value(QLatin1String("scopes")).toArray();
    for (const QJsonValue scope : scopes)
        facts.scopes.append(scope.toString());
    facts.scopes.removeAll({});
    const QDate expires = QDate::fromString(object.value(QLatin1String("expires_at")).toString(), Qt::ISODate);
    if (expires.isValid())
        facts.expiresOn = expires;
    return facts;
}

bool isAdministrator(const QJsonDocument &body)
{
    return body.object().value(QLatin1String("is_admin")).toBool();
}

} // namespace Runnerscope

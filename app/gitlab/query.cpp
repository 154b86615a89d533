// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/query.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

static void initializeQueryResource()
{
    Q_INIT_RESOURCE(queries); // needed where this room is a static library
}

namespace Runnerscope {

namespace {

QString readQueryText(const QString &name)
{
    initializeQueryResource();
    QFile file(QStringLiteral(":/queries/%1.graphql").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program was built without the query %s", qUtf8Printable(name));
    static const QRegularExpression comment(QStringLiteral("#[^\\n]*"));
    return QString::fromUtf8(file.readAll()).remove(comment).simplified();
}

const QString &queryText(const QString &name)
{
    static thread_local QHash<QString, QString> texts;
    auto found = texts.find(name);
    if (found == texts.end())
        found = texts.insert(name, readQueryText(name));
    return found.value();
}

} // namespace

QByteArray requestBody(const GraphQlQuery &query)
{
    const QJsonObject body{
        {QStringLiteral("operationName"), query.name},
        {QStringLiteral("query"), queryText(query.name)},
        {QStringLiteral("variables"), query.variables},
    };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace Runnerscope

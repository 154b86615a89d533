// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerlist.h"

namespace Runnerscope {

namespace {

/// Lists and the end of a walk are believed only when the server says them in so many words.
bool isWholePage(const QJsonObject &connection)
{
    return connection.value(QLatin1String("nodes")).isArray()
        && connection.value(QLatin1String("pageInfo")).toObject().value(QLatin1String("hasNextPage")).isBool();
}

FetchError errorOf(const GraphQlData &answer, const RunnerList &list, const QString &host)
{
    const QString trouble = errorBelow(list.path.first(), answer.errors);
    FetchError error = badReply(host, trouble.isEmpty() ? QStringLiteral("it holds no page of runners") : trouble);
    const bool hidden = trouble.isEmpty() && list.path.size() > 1
        && answer.data.value(list.path.first()).isNull(); // a group or project that may not be read
    if (hidden || deniesPermission(answer.errors))
        error.kind = FetchError::Kind::Forbidden;
    else if (trouble.contains(QStringLiteral("valid cursor")))
        error.kind = FetchError::Kind::RequestRefused; // and it would be again
    else if (!trouble.isEmpty())
        error.kind = FetchError::Kind::PartialReply;
    return error;
}

QJsonValue valueIn(const QJsonObject &data, const QStringList &path)
{
    QJsonValue value = data;
    for (const QString &key : path)
        value = value.toObject().value(key);
    return value;
}

/// Single fields of a row that this user may not see are null and named among the errors: that breaks no page.
QJsonArray withoutDenials(const QJsonArray &errors)
{
    QJsonArray others;
    for (const QJsonValue error : errors) {
        if (!deniesPermission({error}))
            others.append(error);
    }
    return others;
}

} // namespace

QString RunnerList::key() const
{
    QStringList parts{operation};
    for (auto it = variables.begin(); it != variables.end(); ++it)
        parts.append(it.key() + u'=' + it.value().toString());
    return parts.join(u' ');
}

std::variant<RunnerPage, FetchError> pageOf(
    const GraphQlResult &result, const RunnerList &list, RunnerDecoder &decoder, const QString &host)
{
    if (const auto *error = std::get_if<FetchError>(&result))
        return *error;
    const auto &answer = std::get<GraphQlData>(result);
    const QJsonValue value = valueIn(answer.data, list.path);
    const QJsonObject connection = value.toObject();
    if (isWholePage(connection) && errorBelow(list.path.first(), withoutDenials(answer.errors)).isEmpty())
        return decoder.page(connection);
    FetchError error = errorOf(answer, list, host);
    if (value.isNull() && answer.errors.isEmpty()) // what may not be read is null without a word
        error.kind = FetchError::Kind::Forbidden;
    return error;
}

} // namespace Runnerscope

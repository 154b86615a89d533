// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerlist.h"

namespace Runnerscope {

namespace {

/// Lists and the end of a walk are believed only when the server says them in so many words.
bool isWholePage(JsonValue connection)
{
    return connection.value(QLatin1String("nodes")).isArray()
        && connection.value(QLatin1String("pageInfo")).value(QLatin1String("hasNextPage")).isBool();
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

JsonValue valueIn(JsonValue data, const QList<QLatin1String> &path)
{
    JsonValue value = data;
    for (const QLatin1String key : path)
        value = value.value(key);
    return value;
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
    const JsonValue connection = valueIn(answer.data, list.path);
    // Single fields of a row that this user may not see are null and named among the errors: that breaks no page.
    if (isWholePage(connection) && errorBelow(list.path.first(), answer.errors, Denials::AreNone).isEmpty())
        return decoder.page(connection);
    FetchError error = errorOf(answer, list, host);
    if (connection.isNull() && answer.errors.isEmpty()) // what may not be read is null without a word
        error.kind = FetchError::Kind::Forbidden;
    return error;
}

} // namespace Runnerscope

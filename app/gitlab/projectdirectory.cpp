// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/projectdirectory.h"

#include "app/gitlab/wirevalues.h"

namespace Runnerscope {

namespace {

struct PageEnd
{
    QString endCursor;
    bool hasNextPage = false;
};

} // namespace

ProjectDirectory::ProjectDirectory(GraphQlClient &client, QObject *parent) :
    QObject(parent),
    m_client(client)
{
}

ProjectDirectory::~ProjectDirectory()
{
    stop();
}

void ProjectDirectory::stop()
{
    if (m_reply)
        m_reply->cancel();
    m_reply.clear();
}

void ProjectDirectory::read(Whose whose, Pacing::Urgency urgency)
{
    stop();
    m_whose = whose;
    m_urgency = urgency;
    m_paths.clear();
    m_pages = 0;
    ask({});
}

void ProjectDirectory::ask(const QString &after)
{
    QJsonObject variables;
    if (m_whose == Whose::Members)
        variables.insert(QStringLiteral("membership"), true);
    if (!after.isEmpty())
        variables.insert(QStringLiteral("after"), after);
    ++m_pages;
    m_reply = m_client.send({QStringLiteral("ActiveProjects"), variables, {}}, m_urgency);
    connect(m_reply, &GraphQlReply::finished, this, &ProjectDirectory::take);
}

void ProjectDirectory::take(const GraphQlResult &result)
{
    m_reply.clear();
    if (const auto *error = std::get_if<FetchError>(&result)) {
        emit failed(*error);
        return;
    }
    const JsonValue list = std::get<GraphQlData>(result).data.value(QLatin1String("projects"));
    const JsonValue nodes = list.value(QLatin1String("nodes"));
    if (!nodes.isArray()) {
        emit failed(badReply(m_client.address().label(), QStringLiteral("it holds no page of projects")));
        return;
    }
    for (const JsonValue node : nodes) {
        const QString path = node.value(QLatin1String("fullPath")).toString();
        if (!path.isEmpty() && !node.value(QLatin1String("archived")).toBool())
            m_paths.append(path);
    }
    PageEnd page;
    readPageInfo(page, list);
    const bool more = page.hasNextPage && !page.endCursor.isEmpty() && !nodes.isEmpty();
    if (more && m_pages < mostPages) {
        ask(page.endCursor);
        return;
    }
    m_paths.removeDuplicates(); // one in which something happened between two pages
    emit finished(m_paths, more);
}

} // namespace Runnerscope

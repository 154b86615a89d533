// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/graphqlclient.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace Runnerscope {

/// Lists the projects in which a user can look for jobs, those first in which something happened last. Archived ones,
/// in which no job runs, are left out.
class ProjectDirectory : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostPages = 5; ///< of 100

    enum class Whose {
        Members, ///< the projects the user is a member of
        Readable, ///< all that the user can read: an auditor is a member of none
    };

    explicit ProjectDirectory(GraphQlClient &client, QObject *parent = nullptr);
    ~ProjectDirectory() override;

    bool isUnderWay() const { return m_reply; }
    void read(Whose whose, Pacing::Urgency urgency);
    void stop();

signals:
    /// \a more: there are more than were read.
    void finished(const QStringList &paths, bool more);
    void failed(const Runnerscope::FetchError &error);

private:
    void ask(const QString &after);
    void take(const GraphQlResult &result);

    GraphQlClient &m_client;
    Whose m_whose = Whose::Members;
    Pacing::Urgency m_urgency = Pacing::Urgency::Background;
    QStringList m_paths;
    int m_pages = 0;
    QPointer<GraphQlReply> m_reply;
};

} // namespace Runnerscope

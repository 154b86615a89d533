// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/queuehistory.h"

#include <QFutureWatcher>
#include <QObject>

namespace Runnerscope {

class QueuePage;

/// Brings the questions of the page of the queue to a fleet and the answers back. Of the depth and of the waits only
/// the newest question is answered.
class QueueAsking : public QObject
{
    Q_OBJECT

public:
    explicit QueueAsking(QueuePage &page);

    void await(const QueueQuestion &question, const QFuture<QueueAnswer> &answer);
    /// What is asked is of no interest any more.
    void drop();

signals:
    void asked(const Runnerscope::QueueQuestion &question);

private:
    struct Open
    {
        QueueQuestion question;
        QFutureWatcher<QueueAnswer> watcher;
    };

    void show(Open &open);

    QueuePage &m_page;
    Open m_depth;
    Open m_waits;
};

} // namespace Runnerscope

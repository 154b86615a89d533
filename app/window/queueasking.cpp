// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/queueasking.h"

#include "models/rules/errorwording.h"
#include "views/pages/queuepage.h"

namespace Runnerscope {

QueueAsking::QueueAsking(QueuePage &page) :
    m_page(page)
{
    connect(&page, &QueuePage::asked, this, &QueueAsking::asked);
    for (Open *open : {&m_depth, &m_waits})
        connect(&open->watcher, &QFutureWatcherBase::finished, this, [this, open] { show(*open); });
}

void QueueAsking::await(const QueueQuestion &question, const QFuture<QueueAnswer> &answer)
{
    Open &open = question.by ? m_waits : m_depth;
    open.watcher.cancel();
    open.question = question;
    open.watcher.setFuture(answer);
}

void QueueAsking::drop()
{
    for (Open *open : {&m_depth, &m_waits}) {
        open->watcher.cancel();
        open->watcher.setFuture({});
    }
}

void QueueAsking::show(Open &open)
{
    if (open.watcher.isCanceled() || open.watcher.future().resultCount() == 0)
        return;
    const QueueAnswer answer = open.watcher.result();
    if (const auto *error = std::get_if<FetchError>(&answer))
        m_page.showTrouble(explain(*error, Retry::ByItself));
    else if (const auto &history = std::get<std::optional<QueueHistory>>(answer))
        m_page.showHistory(open.question, *history);
    else
        m_page.showNotKept();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/eventmeter.h"

#include <QMetaEnum>
#include <QThread>
#include <QWidget>

#include <algorithm>
#include <ctime>
#include <utility>

namespace Runnerscope::Bench {

std::chrono::nanoseconds threadCpuTime()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
#else
    return std::chrono::steady_clock::now().time_since_epoch(); // no better than wall time there
#endif
}

bool EventMeter::notify(QObject *receiver, QEvent *event)
{
    if (m_inside || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    m_inside = true;
    const bool paints = event->type() == QEvent::UpdateRequest && qobject_cast<QWidget *>(receiver);
    const char *receiverClass = receiver->metaObject()->className(); // the receiver may be gone afterwards
    const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type());
    const auto cpuBefore = threadCpuTime();
    const auto wallBefore = std::chrono::steady_clock::now();
    const bool result = QApplication::notify(receiver, event);
    const auto wall = std::chrono::steady_clock::now() - wallBefore;
    const auto cpu = threadCpuTime() - cpuBefore;
    m_inside = false;
    if (m_paints >= 2)
        note(QStringLiteral("%1 to %2").arg(QLatin1String(type), QLatin1String(receiverClass)), cpu, wall);
    m_paints += paints ? 1 : 0;
    return result;
}

void EventMeter::note(const QString &what, std::chrono::nanoseconds cpu, std::chrono::nanoseconds wall)
{
    m_longest.wall = std::max(m_longest.wall, wall);
    if (cpu > m_longest.cpu) {
        m_longest.cpu = cpu;
        m_longest.what = what;
    }
}

EventMeter::Busy EventMeter::takeLongest()
{
    return std::exchange(m_longest, Busy());
}

} // namespace Runnerscope::Bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>

namespace Runnerscope::Bench {

/// CPU time of the calling thread since it began.
std::chrono::nanoseconds threadCpuTime();

/// An application that measures each go of its GUI thread: one event that the loop delivers, with all that it causes
/// directly. Counts from the second paint of a window on; what comes before is the opening of the window.
class EventMeter : public QApplication
{
public:
    struct Busy
    {
        std::chrono::nanoseconds cpu{};
        std::chrono::nanoseconds wall{};
        QString what; ///< the longest go by CPU time: type of event and class of receiver
    };

    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// The longest go since the last call.
    Busy takeLongest();

private:
    void note(const QString &what, std::chrono::nanoseconds cpu, std::chrono::nanoseconds wall);

    Busy m_longest;
    int m_paints = 0;
    bool m_inside = false;
};

} // namespace Runnerscope::Bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/endsignals.h"

#include <chrono>
#include <csignal>

namespace Runnerscope::Cli {

namespace {

/// What a person takes for at once.
constexpr std::chrono::milliseconds moment{200};

volatile std::sig_atomic_t asked = 0;

constexpr int endingSignals[] = {
    SIGINT,
    SIGTERM,
#ifdef SIGBREAK
    SIGBREAK,
#endif
};

} // namespace

/// All that a handler may do everywhere: the event loop looks at the mark.
extern "C" void runnerscopeEndAsked(int signal)
{
    asked = 1;
    std::signal(signal, SIG_DFL);
}

EndSignals::EndSignals()
{
    asked = 0;
    for (const int signal : endingSignals)
        std::signal(signal, runnerscopeEndAsked);
    connect(&m_timer, &QTimer::timeout, this, &EndSignals::look);
    m_timer.start(moment);
}

EndSignals::~EndSignals()
{
    for (const int signal : endingSignals)
        std::signal(signal, SIG_DFL);
}

void EndSignals::look()
{
    if (asked == 0)
        return;
    m_timer.stop();
    emit endAsked();
}

} // namespace Runnerscope::Cli

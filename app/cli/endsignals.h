// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace Runnerscope::Cli {

/// Says once, from the event loop and within a moment, that somebody asked the program to end: SIGTERM, SIGINT, or
/// Ctrl+C and Ctrl+Break on a console of Windows. A second signal ends it at once. One at a time.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    EndSignals();
    ~EndSignals() override;

signals:
    void endAsked();

private:
    void look();

    QTimer m_timer;
};

} // namespace Runnerscope::Cli

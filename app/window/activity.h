// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleetservice.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace Runnerscope {

/// What goes on, in the few words that have room beside the age of the data: what is being opened, what was done a
/// moment ago, how far reading has come, a pace that is not the usual one; the first of these that there is.
class Activity : public QObject
{
    Q_OBJECT

public:
    explicit Activity(QObject *parent = nullptr);

    void setReading(const FleetProgress &progress);
    const FleetProgress &reading() const { return m_reading; }
    /// Another fleet; an empty name: none any more.
    void setOpening(const QString &name);
    void setPace(FleetPace pace);
    /// What the user wanted has been done; said for a moment.
    void setDone(const QString &sentence);

    QString text() const;
    /// Such as "2,400 of 12,480 read"; empty while nothing is read.
    static QString progressText(const FleetProgress &progress);

signals:
    void changed();

private:
    FleetProgress m_reading;
    QString m_opening;
    QString m_done;
    QTimer m_doneFades;
    FleetPace m_pace = FleetPace::Usual;
};

} // namespace Runnerscope

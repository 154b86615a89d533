// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/jobs/hostrecord.h"

#include <QWidget>

#include <array>

namespace Runnerscope {

/// How jobs went over time, in lanes one below the other: how many finished (hollow) and failed (filled), how long half
/// of them ran, how long half of them waited. Where there are jobs elsewhere, their times are lines across the bars.
class RecordChart : public QWidget
{
    Q_OBJECT

public:
    explicit RecordChart(QWidget *parent = nullptr);

    /// \a course: of a host, or of all hosts with nothing elsewhere. Hidden where there is no course over time.
    void setCourse(const HostCourse &course);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Lane { Jobs, Ran, Waited };
    static constexpr std::array lanes{Lane::Jobs, Lane::Ran, Lane::Waited};

    /// What a lane shows of a stretch: jobs or milliseconds; below 0 for none.
    static qint64 valueOf(const RecordSpan &span, Lane lane);
    qint64 mostOf(Lane lane) const;
    QString captionOf(Lane lane) const;

    QRectF plotOf(Lane lane) const;
    QRectF barOf(Lane lane, std::size_t place, qint64 value) const;
    void paintLane(QPainter &painter, Lane lane) const;
    void paintBar(QPainter &painter, Lane lane, std::size_t place) const;
    void paintElsewhere(QPainter &painter, Lane lane, std::size_t place) const;
    void paintTimes(QPainter &painter) const;

    HostCourse m_course;
};

} // namespace Runnerscope

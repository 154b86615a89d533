// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/queue/queuelines.h"
#include "views/charts/spanpicker.h"

#include <QChartView>
#include <QColor>

#include <functional>
#include <optional>
#include <vector>

class QCategoryAxis;
class QLineSeries;

namespace Runnerscope {

struct ChartPalette;

/// Lines over time, in pieces where nobody looked. A span is picked with the mouse, or by keyboard: arrow keys, Home
/// and End move a place, with Shift they pick, Return takes the span, Esc lets it go.
class TimeChart : public QChartView
{
    Q_OBJECT

public:
    enum class Ink { Pending, Running, Oldest };
    struct Drawn
    {
        Ink ink;
        Line line; ///< not many more points than there are pixels
    };
    using ValueWords = std::function<QString(double)>;

    /// \a name says what it shows, to screen readers too; \a words is how values are written at their axis.
    TimeChart(const QString &name, ValueWords words, QWidget *parent = nullptr);

    /// \a highest is that of all lines, and of the level.
    void setLines(Period period, const std::vector<Drawn> &lines, double highest, double steps);
    /// A horizontal line with words of its own; nothing: none.
    void setLevel(std::optional<double> value, const QString &words);
    /// For screen readers.
    void setSentence(const QString &sentence);
    void setTimeWordsShown(bool shown);
    /// At least as much room as this for the words of the values, so that charts below each other agree.
    int valueWidth() const;
    void setLeft(int left);
    /// What another chart of the same period shows.
    void follow(const SpanPicker &picker);
    const SpanPicker &picker() const { return m_picker; }
    QRectF plot() const;

signals:
    /// The place or the span of picker() is another.
    void pointed();
    void spanTaken(const Runnerscope::Period &span);
    /// Esc, and there was no span to let go.
    void backWanted();

protected:
    void changeEvent(QEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void applyTheme();
    void layOut();
    void labelTimes();
    void labelValues();
    QLineSeries *series(std::size_t place);
    QColor colour(Ink ink, const ChartPalette &palette) const;
    void style(QLineSeries &line, Ink ink, const LinePiece &piece) const;
    ServerTime momentAt(double x) const;
    double xOf(ServerTime moment) const;
    double yOf(double value) const;
    void paintSpan(QPainter &painter) const;
    void paintLevel(QPainter &painter) const;
    void takeSpan();
    void tell();

    ValueWords m_words;
    QCategoryAxis *m_times;
    QCategoryAxis *m_values;
    std::vector<QLineSeries *> m_series;
    std::vector<Drawn> m_lines;
    SpanPicker m_picker;
    std::optional<double> m_level;
    QString m_levelWords;
    double m_top = 1;
    double m_step = 1;
    int m_left = 0;
    bool m_timeWords = true;
    bool m_pressed = false;
};

} // namespace Runnerscope

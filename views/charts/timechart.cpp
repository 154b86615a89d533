// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/timechart.h"

#include "models/rules/queue/timeticks.h"
#include "views/charts/chartpalette.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int averageLettersOfTick = 14;

QCategoryAxis *makeAxis()
{
    auto *axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setTruncateLabels(false);
    axis->setGridLineVisible(true);
    return axis;
}

void clear(QCategoryAxis &axis)
{
    const QStringList labels = axis.categoriesLabels();
    for (const QString &label : labels)
        axis.remove(label);
}

double milliseconds(ServerTime time)
{
    return static_cast<double>(time.time_since_epoch().count());
}

} // namespace

TimeChart::TimeChart(const QString &name, ValueWords words, QWidget *parent) :
    QChartView(new QChart, parent),
    m_words(std::move(words)),
    m_times(makeAxis()),
    m_values(makeAxis())
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setCacheMode(QGraphicsView::CacheNone);
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({});
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    applyTheme();
}

void TimeChart::applyTheme()
{
    const Theme &theme = Theme::of(this);
    chart()->setBackgroundBrush(theme.surface);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(theme.surface);
    for (QCategoryAxis *axis : {m_times, m_values}) {
        axis->setLabelsFont(fontFor(FontRole::Caption, font()));
        axis->setLabelsBrush(theme.mutedText);
        axis->setGridLinePen(QPen(theme.hairline, 1));
        axis->setLinePen(QPen(axis == m_times ? theme.outline : theme.surface, 1));
    }
    std::size_t place = 0;
    for (const Drawn &drawn : m_lines) {
        for (const LinePiece &piece : drawn.line)
            style(*series(place++), drawn.ink, piece);
    }
    layOut();
}

QColor TimeChart::colour(Ink ink, const ChartPalette &palette) const
{
    return ink == Ink::Pending ? palette.pending : ink == Ink::Running ? palette.running : palette.oldest;
}

/// What was reconstructed is dashed and lighter; what is "at least" is dotted.
void TimeChart::style(QLineSeries &line, Ink ink, const LinePiece &piece) const
{
    QColor ofLine = colour(ink, ChartPalette::of(Theme::of(this)));
    if (piece.reconstructed)
        ofLine.setAlphaF(0.7F);
    QPen pen(ofLine, ink == Ink::Running ? 1.5 : 2);
    pen.setStyle(piece.atLeast ? Qt::DotLine : piece.reconstructed ? Qt::DashLine : Qt::SolidLine);
    pen.setCosmetic(true);
    line.setPen(pen);
}

QLineSeries *TimeChart::series(std::size_t place)
{
    while (m_series.size() <= place) {
        auto *added = new QLineSeries;
        chart()->addSeries(added);
        added->attachAxis(m_times);
        added->attachAxis(m_values);
        m_series.push_back(added);
    }
    return m_series[place];
}

void TimeChart::setLines(Period period, const std::vector<Drawn> &lines, double highest, double steps)
{
    m_lines = lines;
    m_picker.setPeriod(period);
    m_top = highest;
    m_step = steps;
    std::size_t place = 0;
    for (const Drawn &drawn : m_lines) {
        for (const LinePiece &piece : drawn.line) {
            QLineSeries &line = *series(place++);
            style(line, drawn.ink, piece);
            line.replace(QList<QPointF>(piece.points.begin(), piece.points.end()));
            line.show();
        }
    }
    for (; place < m_series.size(); ++place) {
        m_series[place]->replace(QList<QPointF>());
        m_series[place]->hide();
    }
    m_times->setRange(milliseconds(period.from), milliseconds(period.to));
    m_values->setRange(0, m_top);
    labelValues();
    layOut();
    viewport()->update();
}

void TimeChart::labelValues()
{
    clear(*m_values);
    for (double value = 0; value <= m_top && m_step > 0; value += m_step)
        m_values->append(m_words(value), value);
}

void TimeChart::labelTimes()
{
    clear(*m_times);
    const QFontMetrics metrics(fontFor(FontRole::Caption, font()));
    const int room = static_cast<int>(plot().width()) / (averageLettersOfTick * metrics.averageCharWidth());
    double last = -1;
    for (const TimeTick &tick : timeTicks(m_picker.period(), std::clamp(room, 2, 12))) {
        QString words = m_timeWords ? tick.words : QString();
        while (m_times->categoriesLabels().contains(words)) // each is a key of the axis
            words += QChar(0x200b);
        if (milliseconds(tick.at) > last)
            m_times->append(words, milliseconds(tick.at));
        last = milliseconds(tick.at);
    }
}

int TimeChart::valueWidth() const
{
    const QFontMetrics metrics(fontFor(FontRole::Caption, font()));
    int width = 0;
    for (double value = 0; value <= m_top && m_step > 0; value += m_step)
        width = std::max(width, metrics.horizontalAdvance(m_words(value)));
    return width + Metrics::large;
}

void TimeChart::setLeft(int left)
{
    m_left = left;
    layOut();
}

void TimeChart::setTimeWordsShown(bool shown)
{
    m_timeWords = shown;
    layOut();
}

void TimeChart::layOut()
{
    const int line = QFontMetrics(fontFor(FontRole::Caption, font())).height();
    const int bottom = m_timeWords ? line + Metrics::small : Metrics::tiny;
    const QRectF whole(QPointF(), QSizeF(viewport()->size()));
    chart()->setPlotArea(whole.adjusted(std::max(m_left, valueWidth()), line, -Metrics::huge, -bottom));
    labelTimes();
}

QRectF TimeChart::plot() const
{
    return chart()->plotArea();
}

void TimeChart::setLevel(std::optional<double> value, const QString &words)
{
    m_level = value;
    m_levelWords = words;
    viewport()->update();
}

void TimeChart::setSentence(const QString &sentence)
{
    setAccessibleDescription(sentence);
}

void TimeChart::follow(const SpanPicker &picker)
{
    m_picker = picker;
    viewport()->update();
}

ServerTime TimeChart::momentAt(double x) const
{
    const QRectF area = plot();
    const Period period = m_picker.period();
    const double share = area.width() > 0 ? std::clamp((x - area.left()) / area.width(), 0.0, 1.0) : 0;
    return period.from + std::chrono::milliseconds(std::llround(share * static_cast<double>(period.length().count())));
}

double TimeChart::xOf(ServerTime moment) const
{
    const Period period = m_picker.period();
    const auto length = static_cast<double>(std::max<qint64>(1, period.length().count()));
    return plot().left() + plot().width() * static_cast<double>((moment - period.from).count()) / length;
}

double TimeChart::yOf(double value) const
{
    return plot().bottom() - plot().height() * value / std::max(m_top, 1e-9);
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintLevel(*painter);
    paintSpan(*painter);
    if (hasFocus()) {
        painter->setPen(QPen(Theme::of(this).focus, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(plot().toRect());
    }
    painter->restore();
}

void TimeChart::paintLevel(QPainter &painter) const
{
    if (!m_level)
        return;
    const Theme &theme = Theme::of(this);
    const int y = static_cast<int>(yOf(*m_level));
    painter.setPen(QPen(theme.mutedText, 1, Qt::DashDotLine));
    painter.drawLine(static_cast<int>(plot().left()), y, static_cast<int>(plot().right()), y);
    painter.setFont(fontFor(FontRole::Caption, font()));
    const QRect place(static_cast<int>(plot().left()) + Metrics::tiny, y - painter.fontMetrics().height() - 1,
        static_cast<int>(plot().width()) - Metrics::small, painter.fontMetrics().height());
    const QString words = painter.fontMetrics().elidedText(m_levelWords, Qt::ElideRight, place.width());
    painter.setPen(theme.mutedText);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

void TimeChart::paintSpan(QPainter &painter) const
{
    const Theme &theme = Theme::of(this);
    const int top = static_cast<int>(plot().top());
    const int height = static_cast<int>(plot().height());
    if (const auto span = m_picker.span()) {
        QColor wash = theme.accent;
        wash.setAlpha(50);
        const int left = static_cast<int>(xOf(span->from));
        painter.fillRect(QRect(left, top, static_cast<int>(xOf(span->to)) - left, height), wash);
    }
    if (const auto place = m_picker.place()) {
        painter.setPen(QPen(theme.mutedText, 1));
        const int x = static_cast<int>(xOf(*place));
        painter.drawLine(x, top, x, top + height);
    }
}

void TimeChart::tell()
{
    viewport()->update();
    emit pointed();
}

void TimeChart::takeSpan()
{
    const auto span = m_picker.span();
    m_picker.letGo();
    tell();
    if (span && span->length() >= std::chrono::seconds(2))
        emit spanTaken(*span);
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const bool picking = event->modifiers().testFlag(Qt::ShiftModifier);
    const int steps = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        m_picker.moveBy(-steps, picking);
        break;
    case Qt::Key_Right:
        m_picker.moveBy(steps, picking);
        break;
    case Qt::Key_Home:
        m_picker.moveTo(m_picker.period().from, picking);
        break;
    case Qt::Key_End:
        m_picker.moveTo(m_picker.period().to, picking);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeSpan();
        return;
    case Qt::Key_Escape:
        if (!m_picker.letGo())
            emit backWanted();
        break;
    default:
        QChartView::keyPressEvent(event);
        return;
    }
    tell();
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_picker.begin(momentAt(event->position().x()));
    tell();
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    const ServerTime moment = momentAt(event->position().x());
    if (m_pressed)
        m_picker.moveTo(moment, true);
    else
        m_picker.point(moment);
    tell();
}

void TimeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_pressed, false))
        return;
    const auto span = m_picker.span();
    const bool meant = span && xOf(span->to) - xOf(span->from) >= Metrics::small;
    if (meant) {
        takeSpan();
        return;
    }
    m_picker.letGo();
    tell();
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void TimeChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        applyTheme();
}

bool TimeChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_pressed && !m_picker.span()) {
        m_picker.pointNowhere();
        tell();
    }
    return QChartView::viewportEvent(event);
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/chartlegend.h"

#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QStringList>

#include <utility>

namespace Runnerscope {

namespace {

constexpr int sampleWidth = 22;

} // namespace

ChartLegend::ChartLegend(QWidget *parent) :
    QWidget(parent)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setFontRole(this, FontRole::Caption);
}

void ChartLegend::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    QStringList words;
    for (const Entry &entry : m_entries)
        words.append(entry.words);
    setAccessibleName(tr("Lines: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int ChartLegend::widthOf(const Entry &entry) const
{
    return sampleWidth + Metrics::tiny + fontMetrics().horizontalAdvance(entry.words) + Metrics::large;
}

QSize ChartLegend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries)
        width += widthOf(entry);
    return {width, fontMetrics().height() + Metrics::tiny};
}

QSize ChartLegend::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int left = 0;
    for (const Entry &entry : m_entries) {
        painter.setPen(entry.pen);
        painter.drawLine(left, height() / 2, left + sampleWidth, height() / 2);
        painter.setPen(Theme::of(this).text);
        const QRect place(left + sampleWidth + Metrics::tiny, 0, width(), height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, entry.words);
        left += widthOf(entry);
    }
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"
#include "models/rules/runnerfilter.h"

#include <QAbstractButton>

#include <optional>

namespace Runnerscope {

/// One facet of the navigation: glyph, word and a counter at the end of the line. Checked while its filter is in force.
class NavigationItem : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationItem(const QString &text, const RunnerFilter &facet, QWidget *parent = nullptr);

    const RunnerFilter &facet() const { return m_facet; }
    /// Nothing: not known, and nothing is shown.
    void setCount(std::optional<qint64> count);
    /// Bars before the word, for the facet of paused runners.
    void setBarsShown(bool shown) { m_bars = shown; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// An arrow key asks for the facet so many lines further down.
    void stepRequested(int lines);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintGlyph(QPainter &painter, const QRect &place) const;
    bool hasGlyph() const { return m_facet.status.has_value() || m_bars; }

    RunnerFilter m_facet;
    QString m_count;
    bool m_bars = false;
};

} // namespace Runnerscope

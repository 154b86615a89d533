// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runner.h"

#include <QAbstractButton>

#include <optional>

namespace Runnerscope {

/// One line of the navigation: glyph, words and a counter at its end. Stands for a filter, and is checked while that is
/// in force.
class NavigationItem : public QAbstractButton
{
    Q_OBJECT

public:
    /// \a filter is a text in the filter language; empty: every runner.
    NavigationItem(const QString &text, const QString &filter, QWidget *parent = nullptr);

    const QString &filter() const { return m_filter; }
    /// Nothing: not known, and nothing is shown.
    void setCount(std::optional<qint64> count);
    /// The glyph of a status before the words.
    void setStatus(RunnerStatus status) { m_status = status; }
    /// Bars before the words, for paused runners.
    void setBarsShown(bool shown) { m_bars = shown; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// An arrow key asks for the item so many lines further down.
    void stepRequested(int lines);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintGlyph(QPainter &painter, const QRect &place) const;
    bool hasGlyph() const { return m_status.has_value() || m_bars; }

    QString m_filter;
    std::optional<RunnerStatus> m_status;
    QString m_count;
    bool m_bars = false;
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace Runnerscope {

/// A thin line that tells how far a walk over the fleet has come. Keeps its place when there is nothing to tell.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// Without \a read nothing is shown; without \a expected a line that says no more than that something
    /// happens. \a text says the same to screen readers.
    void setProgress(std::optional<qint64> read, std::optional<qint64> expected, const QString &text);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<qint64> m_read;
    std::optional<qint64> m_expected;
};

} // namespace Runnerscope

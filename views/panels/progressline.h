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

    /// Without \a read nothing is shown; without \a expected a line that says no more than that something happens.
    void setProgress(std::optional<qint64> read, std::optional<qint64> expected, const QString &text);
    const QString &text() const { return m_text; }

    QSize sizeHint() const override;

signals:
    /// What there is to say in words, for the status area; empty when nothing is under way.
    void textChanged(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<qint64> m_read;
    std::optional<qint64> m_expected;
    QString m_text;
};

} // namespace Runnerscope

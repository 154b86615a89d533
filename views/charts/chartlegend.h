// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>
#include <QWidget>

#include <vector>

namespace Runnerscope {

/// What the lines of a chart mean, in one line of samples and words.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QPen pen;
        QString words;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    void setEntries(std::vector<Entry> entries);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const Entry &entry) const;

    std::vector<Entry> m_entries;
};

} // namespace Runnerscope

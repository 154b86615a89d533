// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/delegates/cellgeometry.h"

#include <QStringList>
#include <QWidget>

namespace Runnerscope {

/// Texts as chips in as many lines as they need; all of them can be copied at once, by keyboard too.
class ChipBox : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBox(const QString &name, QWidget *parent = nullptr);

    void setTexts(const QStringList &texts);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ChipFlow flowFor(int width) const;
    QFont chipFont() const;
    void copy() const;

    QString m_name;
    QStringList m_texts; ///< each for one line
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Runnerscope {

/// A line of text in which a faulty part can be marked, as spelling checkers do.
class MarkedLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// A part of no length is marked by the width of one letter. Editing takes the mark away.
    void markFault(qsizetype position, qsizetype length);
    void clearFault();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int xOf(qsizetype position) const;

    qsizetype m_faultPosition = -1; ///< -1: there is no fault
    qsizetype m_faultLength = 0;
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/domain/coverage.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace Runnerscope {

class ElidedLabel;

/// One line that says what the fleet holds and what it misses, with the reasons behind a button. Not there while
/// nothing is known of that.
class CoverageLine : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageLine(QWidget *parent = nullptr);

    void setCoverage(const Coverage &coverage, const std::optional<Access> &access);
    /// What is missing is said elsewhere on the page: the line says what the fleet holds.
    void setMissesSaid(bool said);

private:
    void showText();
    void explain();

    Coverage m_coverage;
    std::optional<Access> m_access;
    bool m_missesSaid = false;
    ElidedLabel *m_text;
    QToolButton *m_why;
};

} // namespace Runnerscope

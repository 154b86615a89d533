// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"
#include "models/rules/accesswording.h"

#include <QWidget>

namespace Runnerscope {

class TextBlock;

/// Who a token is on a server and what it can do and cannot, or why that could not be learned. Nothing at first.
class AccessSummary : public QWidget
{
    Q_OBJECT

public:
    explicit AccessSummary(QWidget *parent = nullptr);

    /// \a today in UTC.
    void showAccess(const Access &access, QDate today);
    /// Of a token that is to make changes, beside the one that reads.
    void showChangeAccess(const Access &reading, const Access &changing, QDate today);
    void showError(const ErrorWords &words);
    void showNothing();

private:
    void showTexts(const QString &head, const QString &body, const QString &list, bool danger);

    TextBlock *m_head;
    TextBlock *m_body;
    TextBlock *m_list;
};

/// The abilities, a line each, with a sign and a word for what cannot be done.
QString abilityLines(const std::vector<Ability> &abilities);

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercompletion.h"

#include <QListView>

#include <vector>

class QLineEdit;
class QStandardItemModel;

namespace Runnerscope {

/// A list below a field of what its text can be completed to. The field keeps the focus and all keys but those that
/// move in an open list (Up, Down), take a line (Tab; Return when one is marked) or close it (Escape).
class SuggestionList : public QListView
{
    Q_OBJECT

public:
    /// A child of \a field.
    explicit SuggestionList(QLineEdit &field);

    /// Opens the list; closes it when there is nothing to offer.
    void offer(const std::vector<FilterSuggestion> &suggestions);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void taken(const Runnerscope::FilterSuggestion &suggestion);

private:
    bool isOurs(int key) const;
    bool takeKey(int key);
    void step(int lines);
    void take(const QModelIndex &index);
    void place();

    QLineEdit &m_field;
    QStandardItemModel *m_items;
    std::vector<FilterSuggestion> m_suggestions;
};

} // namespace Runnerscope

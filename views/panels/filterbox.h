// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterexpression.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;

namespace Runnerscope {

class MarkedLineEdit;
class SuggestionList;

/// The field for a filter, and below it what the filter means in plain words, or what is wrong with it. It offers what
/// the text can be completed to; it neither reads filters nor knows the fleet.
class FilterBox : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBox(QWidget *parent = nullptr);

    /// The name of the field for screen readers, what stands in it and below it while it is empty. Without this call
    /// those of a filter of runners.
    void setPrompt(const QString &name, const QString &placeholder, const QString &example);

    QString text() const;
    /// Emits nothing.
    void setText(const QString &text);
    void focusField();

    /// What the filter in force means; empty for one that matches everything.
    void showMeaning(const QString &words);
    /// The text is no filter; what was found before stays.
    void showError(const FilterError &error);

    /// Offers what the text before \a cursor can be completed to, if both are still those of the field.
    void offer(const QString &text, qsizetype cursor, const std::vector<FilterSuggestion> &suggestions);

signals:
    void edited(const QString &text);
    /// Return or Down was pressed: the user goes on to what the filter has found.
    void left();
    void suggestionsWanted(const QString &text, qsizetype cursor);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpField();
    void addKey(const QKeySequence &key, void (FilterBox::*function)());
    void takeEdit(const QString &text);
    void clear();
    void askForSuggestions();
    void leave();
    void complete(const FilterSuggestion &suggestion);
    void showWords(const QString &words, bool isError);
    void elideWords();

    MarkedLineEdit *m_field;
    QLabel *m_line; ///< below the field
    QAction *m_clear = nullptr;
    SuggestionList *m_suggestions;
    QString m_words;
    QString m_example;
};

} // namespace Runnerscope

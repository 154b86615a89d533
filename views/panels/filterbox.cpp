// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/filterbox.h"

#include "models/rules/filter/filterparser.h"
#include "views/delegates/plaintooltip.h"
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/markedlineedit.h"
#include "views/widgets/suggestionlist.h"

#include <QAction>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace Runnerscope {

FilterBox::FilterBox(QWidget *parent) :
    QWidget(parent),
    m_field(new MarkedLineEdit),
    m_line(new QLabel),
    m_suggestions(new SuggestionList(*m_field))
{
    setUpField();
    connect(m_suggestions, &SuggestionList::taken, this, &FilterBox::complete);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_line->setObjectName(QStringLiteral("filterMeaning"));
    setFontRole(m_line, FontRole::Caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_field);
    layout->addWidget(m_line);
    setFocusProxy(m_field);
    setPrompt(tr("Filter runners"), tr("Filter by name, tag, owner, address, version…"),
        tr("For example status:stale  tag:docker  contact:>30d  owner:acme/*"));
}

void FilterBox::setUpField()
{
    m_field->setObjectName(QStringLiteral("filter"));
    m_field->setMaxLength(static_cast<int>(FilterLimits::characters));
    m_field->setMinimumWidth(140);
    m_field->addAction(glyphIcon(Glyph::Search), QLineEdit::LeadingPosition);
    m_clear = m_field->addAction(glyphIcon(Glyph::Close), QLineEdit::TrailingPosition);
    m_clear->setToolTip(tr("Clear the filter text"));
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, &FilterBox::clear);
    addKey(Qt::Key_Escape, &FilterBox::clear);
    addKey(Qt::Key_Down, &FilterBox::leave);
    addKey(Qt::CTRL | Qt::Key_Space, &FilterBox::askForSuggestions);
    connect(m_field, &QLineEdit::returnPressed, this, &FilterBox::leave);
    connect(
        m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    connect(m_field, &QLineEdit::textEdited, this, &FilterBox::takeEdit);
    for (QToolButton *button : m_field->findChildren<QToolButton *>())
        button->setCursor(Qt::ArrowCursor);
}

void FilterBox::addKey(const QKeySequence &key, void (FilterBox::*function)())
{
    auto *action = new QAction(m_field);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, function);
    m_field->addAction(action);
}

void FilterBox::setPrompt(const QString &name, const QString &placeholder, const QString &example)
{
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(placeholder);
    m_example = example;
    showMeaning({});
}

QString FilterBox::text() const
{
    return m_field->text();
}

void FilterBox::setText(const QString &text)
{
    if (text != m_field->text())
        m_field->setText(text);
}

void FilterBox::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBox::takeEdit(const QString &text)
{
    m_field->clearFault();
    emit edited(text);
    askForSuggestions();
}

void FilterBox::clear()
{
    if (m_field->text().isEmpty())
        return;
    m_field->clear();
    m_suggestions->hide();
    m_field->clearFault();
    emit edited({});
}

void FilterBox::leave()
{
    m_suggestions->hide();
    emit left();
}

void FilterBox::askForSuggestions()
{
    emit suggestionsWanted(m_field->text(), m_field->cursorPosition());
}

void FilterBox::offer(const QString &text, qsizetype cursor, const std::vector<FilterSuggestion> &suggestions)
{
    if (text != m_field->text() || cursor != m_field->cursorPosition() || !m_field->hasFocus())
        return;
    m_suggestions->offer(suggestions);
}

void FilterBox::complete(const FilterSuggestion &suggestion)
{
    QString text = m_field->text();
    text.replace(suggestion.start, suggestion.length, suggestion.replacement);
    m_field->setText(text);
    m_field->setCursorPosition(static_cast<int>(suggestion.start + suggestion.replacement.size()));
    emit edited(text);
    if (suggestion.replacement.endsWith(u':')) // the name of a field: its values follow
        askForSuggestions();
}

void FilterBox::showMeaning(const QString &words)
{
    m_field->clearFault();
    m_field->setAccessibleDescription(words);
    showWords(words.isEmpty() ? m_example : words, false);
}

void FilterBox::showError(const FilterError &error)
{
    m_field->markFault(error.position, error.length);
    m_field->setAccessibleDescription(error.sentence);
    showWords(error.sentence, true);
}

void FilterBox::showWords(const QString &words, bool isError)
{
    m_words = words;
    m_line->setProperty("role", isError ? QStringLiteral("danger") : QStringLiteral("muted"));
    m_line->style()->polish(m_line);
    elideWords();
}

void FilterBox::elideWords()
{
    m_line->setText(m_line->fontMetrics().elidedText(m_words, Qt::ElideRight, m_line->width()));
    m_line->setToolTip(m_line->text() == m_words ? QString() : plainToolTip(m_words));
}

void FilterBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elideWords();
}

} // namespace Runnerscope

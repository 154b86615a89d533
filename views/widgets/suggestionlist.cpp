// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/suggestionlist.h"

#include "models/rules/wording.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int CountRole = Qt::UserRole + 1; ///< QString

/// The words at the left, the count at the right.
class SuggestionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {Metrics::navigationWidth, option.fontMetrics.height() + Metrics::small};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::fromPalette(option.palette);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.selectionWash);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.hoverWash);
        const QRect inner = option.rect.adjusted(Metrics::small, 0, -Metrics::small, 0);
        const QString count = index.data(CountRole).toString();
        const int countWidth = count.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(count) + Metrics::medium;
        painter->setPen(theme.text);
        painter->drawText(inner.adjusted(0, 0, -countWidth, 0), Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, inner.width() - countWidth));
        painter->setPen(theme.mutedText);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, count);
    }
};

QStandardItem *itemFor(const FilterSuggestion &suggestion)
{
    const QString label = Wording::oneLine(suggestion.label);
    auto *item = new QStandardItem(label);
    if (suggestion.count) {
        const QString count = Wording::count(*suggestion.count);
        item->setData(count, CountRole);
        item->setData(SuggestionList::tr("%1, matches %2", "a suggestion, how many runners").arg(label, count),
            Qt::AccessibleTextRole);
    }
    return item;
}

} // namespace

SuggestionList::SuggestionList(QLineEdit &field) :
    QListView(&field),
    m_field(field),
    m_items(new QStandardItemModel(this))
{
    setWindowFlags(Qt::ToolTip); // takes neither focus nor keys
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("suggestions"));
    setAccessibleName(tr("Suggestions"));
    setModel(m_items);
    setItemDelegate(new SuggestionDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &SuggestionList::take);
    field.installEventFilter(this);
}

void SuggestionList::offer(const std::vector<FilterSuggestion> &suggestions)
{
    m_suggestions = suggestions;
    m_items->clear();
    for (const FilterSuggestion &suggestion : m_suggestions)
        m_items->appendRow(itemFor(suggestion));
    setVisible(!m_suggestions.empty());
    if (isVisible())
        place();
}

void SuggestionList::place()
{
    constexpr int mostLines = 12;
    const int lines = std::min(m_items->rowCount(), mostLines);
    resize(m_field.width(), lines * sizeHintForRow(0) + 2 * frameWidth());
    move(m_field.mapToGlobal(QPoint(0, m_field.height() + 1)));
}

bool SuggestionList::isOurs(int key) const
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Tab:
    case Qt::Key_Escape:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return currentIndex().isValid();
    default:
        return false;
    }
}

bool SuggestionList::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible() || watched != &m_field)
        return QListView::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: // else a shortcut of the field would have the key
        if (isOurs(static_cast<QKeyEvent *>(event)->key()))
            event->accept();
        break;
    case QEvent::KeyPress:
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    case QEvent::FocusOut:
    case QEvent::Hide:
        hide();
        break;
    default:
        break;
    }
    return QListView::eventFilter(watched, event);
}

bool SuggestionList::takeKey(int key)
{
    if (!isOurs(key))
        return false;
    if (key == Qt::Key_Escape)
        hide();
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        step(key == Qt::Key_Down ? 1 : -1);
    else
        take(currentIndex().isValid() ? currentIndex() : m_items->index(0, 0));
    return true;
}

void SuggestionList::step(int lines)
{
    const int last = m_items->rowCount() - 1;
    const int here = currentIndex().isValid() ? currentIndex().row() : (lines > 0 ? -1 : last + 1);
    setCurrentIndex(m_items->index(std::clamp(here + lines, 0, last), 0));
}

void SuggestionList::take(const QModelIndex &index)
{
    const FilterSuggestion suggestion = m_suggestions[static_cast<std::size_t>(index.row())];
    hide();
    emit taken(suggestion);
}

} // namespace Runnerscope

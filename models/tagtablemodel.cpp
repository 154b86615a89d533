// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tagtablemodel.h"

#include "models/rules/filter/filterlexer.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

constexpr std::array keys{TagSortKey::Tag, TagSortKey::Runners, TagSortKey::Online, TagSortKey::Ready,
    TagSortKey::Stale, TagSortKey::Similar};

static_assert(keys.size() == static_cast<std::size_t>(TagColumn::Count));

bool isNumeric(TagColumn column)
{
    return column != TagColumn::Tag && column != TagColumn::Similar;
}

} // namespace

TagTableModel::TagTableModel(QObject *parent) :
    QAbstractTableModel(parent),
    m_work(listed, [this](const TagsPtr &tags) { take(tags); })
{
}

TagTableModel::TagsPtr TagTableModel::listed(const Request &request)
{
    auto tags = std::make_shared<std::vector<TagRow>>(tagRows(*request.rows->fleet, shownRows(*request.rows)));
    sortTags(*tags, request.key, request.order);
    return tags;
}

void TagTableModel::request()
{
    if (m_wanted.rows)
        m_work.request(m_wanted);
}

void TagTableModel::setRows(const OrderedRowsPtr &rows)
{
    if (rows == m_wanted.rows)
        return;
    m_wanted.rows = rows;
    request();
}

void TagTableModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.key = keys[static_cast<std::size_t>(column)];
    m_wanted.order = order;
    request();
}

void TagTableModel::take(const TagsPtr &tags)
{
    beginResetModel();
    m_tags = tags;
    m_similarCount =
        static_cast<int>(std::ranges::count_if(*tags, [](const TagRow &tag) { return !tag.similar.isEmpty(); }));
    endResetModel();
}

int TagTableModel::rowOf(const QString &tag) const
{
    if (!m_tags)
        return -1;
    const auto found = std::ranges::find(*m_tags, tag, &TagRow::tag);
    return found == m_tags->end() ? -1 : static_cast<int>(found - m_tags->begin());
}

int TagTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_tags ? 0 : static_cast<int>(m_tags->size());
}

int TagTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(TagColumn::Count);
}

QString TagTableModel::text(int row, TagColumn column) const
{
    const TagRow &one = tag(row);
    switch (column) {
    case TagColumn::Tag:
        return Wording::oneLine(one.tag);
    case TagColumn::Runners:
        return Wording::count(one.runners);
    case TagColumn::Online:
        return Wording::count(one.online);
    case TagColumn::Ready:
        return Wording::count(one.ready);
    case TagColumn::Stale:
        return Wording::count(one.stale);
    case TagColumn::Similar:
        return Wording::oneLine(one.similar.join(QStringLiteral(", ")));
    case TagColumn::Count:
        break;
    }
    return {};
}

QVariant TagTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const TagRow &one = tag(index.row());
    const auto column = static_cast<TagColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case TagsRole:
        if (column == TagColumn::Tag)
            return QStringList{one.tag};
        return column == TagColumn::Similar ? QVariant(one.similar) : QVariant();
    case MutedRole:
        return isNumeric(column) && text(index.row(), column) == Wording::count(0);
    case FilterRole:
        return QString(QStringLiteral("tag:") + (needsQuotes(one.tag) ? quoted(one.tag) : one.tag));
    default:
        return {};
    }
}

QVariant TagTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (isNumeric(static_cast<TagColumn>(section)) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Tag"), tr("Runners"), tr("Online"), tr("Ready", "online and not paused"), tr("Stale"),
        tr("Perhaps the same as")};
    return titles[static_cast<std::size_t>(section)];
}

} // namespace Runnerscope

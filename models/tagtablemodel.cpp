// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tagtablemodel.h"

#include "models/rules/filter/filterlexer.h"
#include "models/rules/naturalorder.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace Runnerscope {

namespace {

bool isNumeric(TagColumn column)
{
    return column != TagColumn::Tag && column != TagColumn::Similar;
}

qint64 numberOf(const TagUse &tag, TagColumn column)
{
    switch (column) {
    case TagColumn::Online:
        return tag.runners.of(RunnerStatus::Online);
    case TagColumn::Ready:
        return tag.ready;
    case TagColumn::Stale:
        return tag.runners.of(RunnerStatus::Stale);
    case TagColumn::Similar:
        return static_cast<qint64>(tag.alike.size());
    default:
        return tag.runners.total;
    }
}

/// Equal ones in natural order.
std::vector<quint32> sortedOrder(const std::vector<TagUse> &tags, TagColumn column, Qt::SortOrder order)
{
    QStringList names;
    std::ranges::transform(tags, std::back_inserter(names), &TagUse::tag);
    const std::vector<quint32> places = naturalRanks(names);
    const auto rankOf = [&](quint32 tag) {
        return column == TagColumn::Tag ? places[tag] : numberOf(tags[tag], column);
    };
    std::vector<quint32> rows(tags.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::ranges::sort(rows, [&](quint32 a, quint32 b) {
        if (rankOf(a) == rankOf(b))
            return places[a] < places[b];
        return order == Qt::AscendingOrder ? rankOf(a) < rankOf(b) : rankOf(a) > rankOf(b);
    });
    return rows;
}

} // namespace

TagTableModel::TagTableModel(QObject *parent) :
    QAbstractTableModel(parent),
    m_work(listed, [this](const ListPtr &list) { take(list); })
{
}

TagTableModel::ListPtr TagTableModel::listed(const Request &request)
{
    auto list = std::make_shared<List>();
    list->tags = tagList(*request.rows->fleet, shownRows(*request.rows));
    list->order = sortedOrder(list->tags, request.column, request.order);
    list->alikeCount =
        static_cast<int>(std::ranges::count_if(list->tags, [](const TagUse &tag) { return !tag.alike.empty(); }));
    return list;
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
    m_wanted.column = static_cast<TagColumn>(column);
    m_wanted.order = order;
    request();
}

void TagTableModel::take(const ListPtr &list)
{
    beginResetModel();
    m_list = list;
    endResetModel();
}

QStringList TagTableModel::alike(int row) const
{
    QStringList names;
    for (const quint32 other : tag(row).alike)
        names.append(m_list->tags[other].tag);
    return names;
}

int TagTableModel::rowOf(const QString &tag) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->tag(row).tag == tag)
            return row;
    }
    return -1;
}

int TagTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_list ? 0 : static_cast<int>(m_list->order.size());
}

int TagTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(TagColumn::Count);
}

QString TagTableModel::text(int row, TagColumn column) const
{
    if (column == TagColumn::Tag)
        return Wording::oneLine(tag(row).tag);
    if (column == TagColumn::Similar)
        return Wording::oneLine(alike(row).join(QStringLiteral(", ")));
    return Wording::count(numberOf(tag(row), column));
}

QVariant TagTableModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid));
    const TagUse &one = tag(index.row());
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
        return column == TagColumn::Similar ? QVariant(alike(index.row())) : QVariant();
    case MutedRole:
        return isNumeric(column) && numberOf(one, column) == 0;
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

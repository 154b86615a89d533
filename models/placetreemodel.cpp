// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placetreemodel.h"

#include "models/rules/filter/filterlexer.h"
#include "models/rules/places/placeswording.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

using Kind = PlaceKind;

qint64 numberOf(const PlaceNode &place, PlaceColumn column)
{
    switch (column) {
    case PlaceColumn::Own:
        return place.own.total;
    case PlaceColumn::Online:
        return place.total.of(RunnerStatus::Online);
    case PlaceColumn::Offline:
        return place.total.of(RunnerStatus::Offline);
    case PlaceColumn::Stale:
        return place.total.of(RunnerStatus::Stale);
    case PlaceColumn::NeverContacted:
        return place.total.of(RunnerStatus::NeverContacted);
    case PlaceColumn::Paused:
        return place.total.paused;
    default:
        return place.total.total;
    }
}

/// Paths of GitLab need no quotes; one that does is none.
QString filterOf(const PlaceNode &place)
{
    if (place.kind == Kind::Instance)
        return QStringLiteral("type:instance");
    if (place.kind == Kind::NotReadable)
        return QStringLiteral("-type:instance -owner:*");
    if (needsQuotes(place.fullPath))
        return {};
    return place.kind == Kind::Project ? QStringLiteral("owner:%1").arg(place.fullPath)
                                       : QStringLiteral("owner:%1,%1/*").arg(place.fullPath);
}

bool samePlaces(const PlaceTree &a, const PlaceTree &b)
{
    return std::ranges::equal(a.nodes, b.nodes, [](const PlaceNode &x, const PlaceNode &y) {
        return x.kind == y.kind && x.parent == y.parent && x.fullPath == y.fullPath;
    });
}

} // namespace

PlaceTreeModel::PlaceTreeModel(QObject *parent) :
    QAbstractItemModel(parent),
    m_work(
        [before = std::make_shared<TreePtr>()](const OrderedRowsPtr &rows) {
            auto tree = std::make_shared<const PlaceTree>(placeTree(*rows->fleet, shownRows(*rows)));
            const bool same = *before && samePlaces(**before, *tree);
            *before = tree;
            return Counted{tree, same};
        },
        [this](const Counted &counted) { take(counted); })
{
}

void PlaceTreeModel::setRows(const OrderedRowsPtr &rows)
{
    if (!rows || rows == m_wanted)
        return;
    m_wanted = rows;
    m_work.request(rows);
}

void PlaceTreeModel::take(const Counted &counted)
{
    if (m_tree && counted.samePlaces) {
        m_tree = counted.tree;
        if (m_tree->topCount > 0)
            emit dataChanged(index(0, 0), index(static_cast<int>(m_tree->topCount) - 1, columnCount() - 1));
        emit renumbered();
        return;
    }
    beginResetModel();
    m_tree = counted.tree;
    endResetModel();
}

const PlaceNode &PlaceTreeModel::place(const QModelIndex &index) const
{
    return node(static_cast<quint32>(index.internalId()));
}

QModelIndex PlaceTreeModel::indexOf(quint32 number) const
{
    return createIndex(static_cast<int>(node(number).position), 0, static_cast<quintptr>(number));
}

QModelIndex PlaceTreeModel::indexOf(const QString &fullPath) const
{
    if (!m_tree || fullPath.isEmpty())
        return {};
    const auto found = std::ranges::find(m_tree->nodes, fullPath, &PlaceNode::fullPath);
    return found == m_tree->nodes.end() ? QModelIndex() : indexOf(static_cast<quint32>(found - m_tree->nodes.begin()));
}

QModelIndex PlaceTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto siblings = parent.isValid() ? m_tree->childrenOf(place(parent)) : m_tree->top();
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex PlaceTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || place(index).parent == PlaceNode::none)
        return {};
    return indexOf(static_cast<quint32>(place(index).parent));
}

int PlaceTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_tree || parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? place(parent).childCount : m_tree->topCount);
}

int PlaceTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return static_cast<int>(PlaceColumn::Count);
}

QString PlaceTreeModel::text(const PlaceNode &place, PlaceColumn column) const
{
    if (column != PlaceColumn::Name)
        return Wording::count(numberOf(place, column));
    return PlacesWording::name(place);
}

QVariant PlaceTreeModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const PlaceNode &one = place(index);
    const auto column = static_cast<PlaceColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(one, column);
    case Qt::ToolTipRole:
        if (one.kind == Kind::Instance)
            return tr("Instance runners belong to no group.");
        return column == PlaceColumn::Name ? Wording::oneLine(one.fullPath) : text(one, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column == PlaceColumn::Name ? Qt::AlignLeft : Qt::AlignRight));
    case MutedRole:
        return column == PlaceColumn::Name ? one.own.total == 0 : numberOf(one, column) == 0;
    case FilterRole:
        return filterOf(one);
    default:
        return {};
    }
}

QVariant PlaceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Group or project"), tr("Runners"), tr("Its own"), tr("Online"), tr("Offline"),
        tr("Stale"), tr("Never contacted"), tr("Paused")};
    return titles[static_cast<std::size_t>(section)];
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/placetree.h"

#include "models/rules/naturalorder.h"
#include "models/rules/ownerchain.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace Runnerscope {

namespace {

constexpr qint32 none = PlaceNode::none;

OwnerChain chainOf(const Owner &owner)
{
    if (owner.fullPath.count(u'/') < PlaceTree::deepest)
        return chainFromPath(owner);
    return {{owner.fullPath, owner.name.isEmpty() ? owner.fullPath : owner.name, owner.webUrl}};
}

/// Makes the nodes, each behind the one above it.
class PlaceCollector
{
public:
    void add(const FleetRow &row)
    {
        const qint32 place = placeOf(*row.runner);
        m_nodes[static_cast<std::size_t>(place)].own.add(row);
    }

    std::vector<PlaceNode> take() { return std::move(m_nodes); }

private:
    qint32 placeOf(const Runner &runner)
    {
        if (runner.type == RunnerType::Instance)
            return apart(PlaceKind::Instance, m_instance);
        if (!runner.owner)
            return apart(PlaceKind::NotReadable, m_notReadable);
        const auto known = m_owners.constFind(runner.owner.get());
        if (known != m_owners.cend())
            return *known;
        const qint32 place = placeOf(*runner.owner);
        m_owners.insert(runner.owner.get(), place);
        return place;
    }

    qint32 placeOf(const Owner &owner)
    {
        const OwnerChain chain = chainOf(owner);
        if (chain.empty())
            return apart(PlaceKind::NotReadable, m_notReadable);
        qint32 parent = none;
        for (const OwnerLink &link : std::span(chain).first(chain.size() - 1))
            parent = groupAt(link, parent);
        const bool isProject = owner.kind == OwnerKind::Project;
        const qint32 place = isProject ? nodeAt(m_projects, chain.back(), parent) : groupAt(chain.back(), parent);
        PlaceNode &node = m_nodes[static_cast<std::size_t>(place)];
        node.kind = isProject ? PlaceKind::Project : PlaceKind::Group;
        node.name = chain.back().name;
        node.webUrl = chain.back().webUrl;
        return place;
    }

    qint32 groupAt(const OwnerLink &link, qint32 parent)
    {
        const qint32 place = nodeAt(m_groups, link, parent);
        PlaceNode &node = m_nodes[static_cast<std::size_t>(place)];
        const bool isNamed = node.kind == PlaceKind::Group || node.name != node.fullPath.section(u'/', -1);
        if (!isNamed)
            node.name = link.name;
        return place;
    }

    qint32 nodeAt(QHash<QString, qint32> &places, const OwnerLink &link, qint32 parent)
    {
        const auto known = places.constFind(link.fullPath);
        if (known != places.cend())
            return *known;
        PlaceNode node;
        node.fullPath = link.fullPath;
        node.name = link.name;
        node.parent = parent;
        node.depth = parent == none ? 0 : m_nodes[static_cast<std::size_t>(parent)].depth + 1;
        return *places.insert(link.fullPath, append(node));
    }

    qint32 apart(PlaceKind kind, qint32 &place)
    {
        if (place == none) {
            PlaceNode node;
            node.kind = kind;
            place = append(node);
        }
        return place;
    }

    qint32 append(const PlaceNode &node)
    {
        m_nodes.push_back(node);
        return static_cast<qint32>(m_nodes.size()) - 1;
    }

    std::vector<PlaceNode> m_nodes;
    QHash<QString, qint32> m_groups; ///< by path
    QHash<QString, qint32> m_projects;
    QHash<const Owner *, qint32> m_owners; ///< runners share them
    qint32 m_instance = none;
    qint32 m_notReadable = none;
};

int orderOfKind(PlaceKind kind)
{
    const PlaceKind shown = kind == PlaceKind::IntermediateGroup ? PlaceKind::Group : kind;
    return static_cast<int>(shown);
}

/// Siblings side by side and in order, those at the top first.
std::vector<quint32> siblingsInOrder(const std::vector<PlaceNode> &nodes)
{
    QStringList names;
    for (const PlaceNode &node : nodes)
        names.append(node.name);
    const std::vector<quint32> ranks = naturalRanks(names);
    std::vector<quint32> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](quint32 i) {
        const PlaceNode &node = nodes[i];
        return std::tuple(node.parent, orderOfKind(node.kind), ranks[i], QStringView(node.fullPath));
    });
    return order;
}

/// Tells every node its children, which are a part of \a siblings; how many nodes are at the top.
quint32 linkChildren(std::vector<PlaceNode> &nodes, const std::vector<quint32> &siblings)
{
    quint32 topCount = 0;
    for (quint32 i = 0; i < siblings.size(); ++i) {
        PlaceNode &node = nodes[siblings[i]];
        if (node.parent == none) {
            node.position = topCount++;
            continue;
        }
        PlaceNode &parent = nodes[static_cast<std::size_t>(node.parent)];
        if (parent.childCount == 0)
            parent.firstChild = i;
        node.position = parent.childCount++;
    }
    return topCount;
}

/// The nodes from the top down, each with all that is below it before the next.
std::vector<quint32> depthFirst(const PlaceTree &tree)
{
    std::vector<quint32> order;
    order.reserve(tree.nodes.size());
    std::vector<quint32> waiting(tree.top().rbegin(), tree.top().rend());
    while (!waiting.empty()) {
        const quint32 next = waiting.back();
        waiting.pop_back();
        order.push_back(next);
        const auto children = tree.childrenOf(tree.nodes[next]);
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
    }
    return order;
}

PlaceTree inOrder(PlaceTree tree, const std::vector<quint32> &order)
{
    std::vector<quint32> places(order.size());
    for (quint32 i = 0; i < order.size(); ++i)
        places[order[i]] = i;
    std::vector<PlaceNode> nodes;
    nodes.reserve(order.size());
    for (const quint32 from : order) {
        PlaceNode &node = nodes.emplace_back(std::move(tree.nodes[from]));
        if (node.parent != none)
            node.parent = static_cast<qint32>(places[static_cast<std::size_t>(node.parent)]);
    }
    tree.nodes = std::move(nodes);
    for (quint32 &child : tree.children)
        child = places[child];
    return tree;
}

void sumUp(std::vector<PlaceNode> &nodes)
{
    std::for_each(nodes.rbegin(), nodes.rend(), [&nodes](PlaceNode &node) {
        node.total += node.own;
        if (node.parent != none)
            nodes[static_cast<std::size_t>(node.parent)].total += node.total;
    });
}

} // namespace

PlaceTree placeTree(const Fleet &fleet, const FilterMask &rows)
{
    PlaceCollector collector;
    for (const quint32 row : indexesOf(rows))
        collector.add(fleet.rows[row]);
    PlaceTree tree;
    tree.nodes = collector.take();
    tree.children = siblingsInOrder(tree.nodes);
    tree.topCount = linkChildren(tree.nodes, tree.children);
    const std::vector<quint32> order = depthFirst(tree);
    tree = inOrder(std::move(tree), order);
    sumUp(tree.nodes);
    return tree;
}

} // namespace Runnerscope

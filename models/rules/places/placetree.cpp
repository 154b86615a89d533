// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/placetree.h"

#include "models/rules/ownerchain.h"
#include "models/rules/textranks.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

using Kind = PlaceNode::Kind;

/// Places in the order in which they are met: parents before children.
class Places
{
public:
    void add(const FleetRow &row) { addTo(m_nodes[static_cast<std::size_t>(placeOf(*row.runner))].own, row); }

    std::vector<PlaceNode> take()
    {
        for (PlaceNode &node : m_nodes)
            node.total = node.own;
        for (std::size_t i = m_nodes.size(); i-- > 0;) {
            if (m_nodes[i].parent >= 0)
                addTo(m_nodes[static_cast<std::size_t>(m_nodes[i].parent)].total, m_nodes[i].total);
        }
        return std::move(m_nodes);
    }

private:
    qint32 placeOf(const Runner &runner)
    {
        if (!runner.owner)
            return nobody(runner.type == RunnerType::Instance ? Kind::Instance : Kind::NotReadable);
        const auto known = m_owners.constFind(runner.owner.get());
        if (known != m_owners.constEnd())
            return *known;
        const qint32 place = placeOf(*runner.owner);
        m_owners.insert(runner.owner.get(), place);
        return place;
    }

    qint32 placeOf(const Owner &owner)
    {
        qint32 parent = -1;
        for (const OwnerLink &link : chainFromPath(owner))
            parent = placeOf(link, parent);
        if (parent < 0)
            return nobody(Kind::NotReadable);
        PlaceNode &node = m_nodes[static_cast<std::size_t>(parent)];
        node.kind = owner.kind == OwnerKind::Project ? Kind::Project : Kind::Group;
        return parent;
    }

    qint32 placeOf(const OwnerLink &link, qint32 parent)
    {
        const auto known = m_paths.constFind(link.fullPath);
        if (known != m_paths.constEnd()) {
            PlaceNode &node = m_nodes[static_cast<std::size_t>(*known)];
            if (node.webUrl.isEmpty())
                node.webUrl = link.webUrl;
            return *known;
        }
        PlaceNode node;
        node.fullPath = link.fullPath;
        node.name = link.name;
        node.webUrl = link.webUrl;
        node.parent = parent;
        return m_paths.insert(link.fullPath, append(node)).value();
    }

    qint32 nobody(Kind kind)
    {
        qint32 &place = kind == Kind::Instance ? m_instance : m_notReadable;
        if (place < 0) {
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
    QHash<QString, qint32> m_paths;
    QHash<const Owner *, qint32> m_owners;
    qint32 m_instance = -1;
    qint32 m_notReadable = -1;
};

/// What is no place comes last.
int groupOf(Kind kind)
{
    return static_cast<int>(kind);
}

std::vector<std::vector<qint32>> childrenOf(const std::vector<PlaceNode> &nodes)
{
    std::vector<std::vector<qint32>> children(nodes.size() + 1); // the last: those at the top
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const qint32 parent = nodes[i].parent;
        children[parent < 0 ? nodes.size() : static_cast<std::size_t>(parent)].push_back(static_cast<qint32>(i));
    }
    return children;
}

TextRanks nameRanks(const std::vector<PlaceNode> &nodes)
{
    QStringList names;
    for (const PlaceNode &node : nodes)
        names.append(node.name);
    return {names, sortNaturally};
}

/// Puts nodes as PlaceTree has them.
PlaceTree arranged(const std::vector<PlaceNode> &nodes)
{
    std::vector<std::vector<qint32>> children = childrenOf(nodes);
    const TextRanks names = nameRanks(nodes);
    for (std::vector<qint32> &siblings : children) {
        std::ranges::sort(siblings, {}, [&](qint32 place) {
            const PlaceNode &node = nodes[static_cast<std::size_t>(place)];
            return std::tuple(groupOf(node.kind), names.of(node.name), node.fullPath);
        });
    }
    PlaceTree tree;
    std::vector<qint32> sources; // of the nodes in the tree
    const auto append = [&](const std::vector<qint32> &places, qint32 parent) {
        for (const qint32 place : places) {
            tree.nodes.push_back(nodes[static_cast<std::size_t>(place)]);
            tree.nodes.back().parent = parent;
            sources.push_back(place);
        }
    };
    append(children.back(), -1);
    tree.topCount = static_cast<qint32>(tree.nodes.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const std::vector<qint32> &below = children[static_cast<std::size_t>(sources[i])];
        tree.nodes[i].firstChild = static_cast<qint32>(tree.nodes.size());
        tree.nodes[i].childCount = static_cast<qint32>(below.size());
        append(below, static_cast<qint32>(i));
    }
    return tree;
}

} // namespace

PlaceTree placeTree(const Fleet &fleet, const FilterMask &mask)
{
    Places places;
    for (std::size_t row = 0; row < fleet.rows.size(); ++row) {
        if (mask[row] != 0)
            places.add(fleet.rows[row]);
    }
    return arranged(places.take());
}

} // namespace Runnerscope

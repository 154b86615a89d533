// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterwording.h"

#include "models/rules/filter/filterphrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope::Wording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterWording)
};

using Kind = FilterNode::Kind;

QString words(const FilterNode &node);

bool isJoined(const FilterNode &node)
{
    if (node.kind == Kind::Condition)
        return FilterPhrase::of(node.condition).isAlternative;
    return (node.kind == Kind::All || node.kind == Kind::Any) && node.children.size() > 1;
}

QString bracketed(const QString &words)
{
    return Tr::tr("(%1)", "conditions that belong together").arg(words);
}

QString within(const FilterNode &node)
{
    return isJoined(node) ? bracketed(words(node)) : words(node);
}

QString allOf(const std::vector<FilterNode> &nodes)
{
    QString all = within(nodes.front());
    for (std::size_t i = 1; i < nodes.size(); ++i)
        all = Tr::tr("%1 and %2", "conditions that are both met").arg(all, within(nodes[i]));
    return all;
}

QString anyOf(const std::vector<FilterNode> &nodes)
{
    QString any = within(nodes.front());
    for (std::size_t i = 1; i < nodes.size(); ++i)
        any = Tr::tr("%1 or %2", "conditions of which one is met").arg(any, within(nodes[i]));
    return any;
}

QString managerWords(const FilterNode &node, bool negated)
{
    const FilterNode &child = node.children.front();
    const bool inContact = node.managers == FilterNode::Managers::InContact;
    if (!negated && inContact && child.kind == Kind::Condition)
        return words(child);
    if (inContact)
        return (negated ? Tr::tr("no host with: %1") : Tr::tr("a host with: %1")).arg(within(child));
    return (negated ? Tr::tr("no host, silent or not, with: %1") : Tr::tr("a host, silent or not, with: %1"))
        .arg(within(child));
}

QString negatedWords(const FilterNode &node)
{
    switch (node.kind) {
    case Kind::Not:
        return words(node.children.front());
    case Kind::Manager:
        return managerWords(node, true);
    case Kind::Condition:
        return FilterPhrase::of(node.condition).negative;
    default:
        return Tr::tr("not (%1)").arg(words(node));
    }
}

QString words(const FilterNode &node)
{
    switch (node.kind) {
    case Kind::All:
        return allOf(node.children);
    case Kind::Any:
        return anyOf(node.children);
    case Kind::Not:
        return negatedWords(node.children.front());
    case Kind::Manager:
        return managerWords(node, false);
    case Kind::Condition:
        break;
    }
    return FilterPhrase::of(node.condition).positive;
}

} // namespace

QString filter(const FilterExpression &filter)
{
    const FilterNode &root = filter.root();
    if (root.kind != Kind::All)
        return words(root);
    QStringList parts;
    std::ranges::transform(root.children, std::back_inserter(parts), within);
    return parts.join(Tr::tr(", ", "between conditions that are all met"));
}

} // namespace Runnerscope::Wording

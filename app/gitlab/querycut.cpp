// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/querycut.h"

#include "app/gitlab/querytext.h"

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

constexpr std::array essentialFields{QLatin1String("id"), QLatin1String("nodes"), QLatin1String("pageInfo"),
    QLatin1String("hasNextPage"), QLatin1String("endCursor"), QLatin1String("runners"), QLatin1String("runner")};

/// Without these the answer would be of something else, or would not come to an end.
constexpr std::array essentialArguments{QLatin1String("id"), QLatin1String("ids"), QLatin1String("fullPath"),
    QLatin1String("type"), QLatin1String("paused"), QLatin1String("membership"), QLatin1String("statuses"),
    QLatin1String("sort"), QLatin1String("first"), QLatin1String("after"), QLatin1String("last"),
    QLatin1String("before"), QLatin1String("input")};

using Path = std::vector<QuerySelection *>; ///< from the top of a definition down

bool findPath(std::vector<QuerySelection> &selections, const QuerySelection *wanted, Path &path)
{
    for (QuerySelection &selection : selections) {
        path.push_back(&selection);
        if (&selection == wanted || findPath(selection.children, wanted, path))
            return true;
        path.pop_back();
    }
    return false;
}

Path pathTo(QueryDocument &document, const QuerySelection &selection)
{
    Path path;
    for (QueryDefinition &definition : document) {
        if (findPath(definition.selections, &selection, path))
            break;
    }
    return path;
}

template <typename Selections, typename Visit>
void visitAll(Selections &selections, const Visit &visit)
{
    for (auto &selection : selections) {
        visit(selection);
        visitAll(selection.children, visit);
    }
}

template <typename Document, typename Visit>
void visitDocument(Document &document, const Visit &visit)
{
    for (auto &definition : document)
        visitAll(definition.selections, visit);
}

template <typename Visit>
void visitFlags(QueryDocument &document, const Visit &visit)
{
    visitDocument(document, [&visit](QuerySelection &selection) {
        visit(selection.cut);
        for (QueryArgument &argument : selection.arguments)
            visit(argument.cut);
    });
}

bool isEssential(const QuerySelection &selection)
{
    return selection.kind == QuerySelection::Kind::Field && std::ranges::count(essentialFields, selection.name) > 0;
}

bool keepsEssentials(const QueryDocument &document, const std::vector<QuerySelection> &selections)
{
    return std::ranges::all_of(selections, [&document](const QuerySelection &selection) {
        if (isGone(selection, document))
            return !isEssential(selection);
        if (selection.kind == QuerySelection::Kind::Field)
            return keepsEssentials(document, selection.children);
        const QueryDefinition *fragment = findFragment(document, selection.name);
        return fragment && keepsEssentials(document, fragment->selections);
    });
}

} // namespace

Cut cutSelection(QueryDocument &document, QuerySelection &selection)
{
    Path path = pathTo(document, selection);
    if (std::ranges::any_of(path, &QuerySelection::cut))
        return Cut::Before;
    while (!path.empty() && isEssential(*path.back()))
        path.pop_back();
    if (path.empty())
        return Cut::Impossible;
    path.back()->cut = true;
    return Cut::Now;
}

Cut cutArgument(QueryDocument &document, QuerySelection &selection, QueryArgument &argument)
{
    if (argument.cut)
        return Cut::Before;
    if (std::ranges::count(essentialArguments, argument.name) > 0)
        return cutSelection(document, selection);
    argument.cut = true;
    return Cut::Now;
}

Cut cutByName(QueryDocument &document, const QString &name)
{
    Cut best = Cut::Impossible;
    visitDocument(document, [&](QuerySelection &selection) {
        if (selection.since == name)
            best = std::max(best, cutSelection(document, selection));
        for (QueryArgument &argument : selection.arguments) {
            if (argument.since == name)
                best = std::max(best, cutArgument(document, selection, argument));
        }
    });
    return best;
}

Cut cutUsesOf(QueryDocument &document, const QString &variable)
{
    Cut best = Cut::Impossible;
    visitDocument(document, [&](QuerySelection &selection) {
        for (QueryArgument &argument : selection.arguments) {
            if (variablesIn(argument.value).contains(variable))
                best = std::max(best, cutArgument(document, selection, argument));
        }
    });
    return best;
}

Cut cutFragments(QueryDocument &document, const QString &nameOrType)
{
    Cut best = Cut::Impossible;
    visitDocument(document, [&](QuerySelection &selection) {
        if (selection.kind != QuerySelection::Kind::Spread)
            return;
        const QueryDefinition *fragment = findFragment(document, selection.name);
        if (fragment && (fragment->name == nameOrType || fragment->onType == nameOrType))
            best = std::max(best, cutSelection(document, selection));
    });
    return best;
}

bool isUsable(const QueryDocument &document, const QueryDefinition &operation)
{
    const bool empty = std::ranges::all_of(
        operation.selections, [&document](const QuerySelection &selection) { return isGone(selection, document); });
    return !empty && keepsEssentials(document, operation.selections);
}

std::vector<bool> cutsOf(QueryDocument &document)
{
    std::vector<bool> cuts;
    visitFlags(document, [&cuts](bool cut) { cuts.push_back(cut); });
    return cuts;
}

void restoreCuts(QueryDocument &document, const std::vector<bool> &cuts)
{
    auto next = cuts.begin();
    visitFlags(document, [&next](bool &cut) { cut = *next++; });
}

QStringList knownNames(const QueryDocument &document)
{
    QStringList names;
    visitDocument(document, [&names](const QuerySelection &selection) {
        names.append(selection.since);
        for (const QueryArgument &argument : selection.arguments)
            names.append(argument.since);
    });
    names.removeAll(QString());
    return names;
}

} // namespace Runnerscope

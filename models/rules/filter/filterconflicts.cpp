// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterconflicts.h"

#include "models/rules/filter/filterexclusion.h"
#include "models/rules/filter/filtervalues.h"

#include <QCoreApplication>

#include <utility>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterConflicts)
};

using Kind = FilterNode::Kind;

/// A condition that has to be met, or must not be.
struct Demand
{
    const FilterCondition *condition;
    bool negated;
};

class Search
{
public:
    explicit Search(const FilterExpression &filter) :
        m_filter(filter)
    {
        visit(filter.root());
    }

    std::vector<FilterNote> notes;

private:
    void visit(const FilterNode &node);
    void visitPart(const FilterNode &node);
    void gather(const FilterNode &node, std::vector<Demand> &demands);
    void compare(const Demand &a, const Demand &b);
    QString written(const FilterCondition &condition) const
    {
        return m_filter.text().mid(condition.position, condition.length);
    }

    const FilterExpression &m_filter;
    bool m_inPart = false;
};

/// Looks at everything that a runner, or one manager, has to meet together.
void Search::visit(const FilterNode &node)
{
    std::vector<Demand> demands;
    gather(node, demands);
    for (std::size_t later = 1; later < demands.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            compare(demands[earlier], demands[later]);
    }
}

void Search::visitPart(const FilterNode &node)
{
    const bool before = std::exchange(m_inPart, true);
    visit(node);
    m_inPart = before;
}

void Search::gather(const FilterNode &node, std::vector<Demand> &demands)
{
    switch (node.kind) {
    case Kind::All:
        for (const FilterNode &child : node.children)
            gather(child, demands);
        break;
    case Kind::Condition:
        demands.push_back({&node.condition, false});
        break;
    case Kind::Not:
        if (node.children.front().kind == Kind::Condition)
            demands.push_back({&node.children.front().condition, true});
        else
            visitPart(node.children.front());
        break;
    case Kind::Any:
        for (const FilterNode &child : node.children)
            visitPart(child);
        break;
    case Kind::Manager: // two conditions may be met by two managers
        for (const FilterNode &child : node.children)
            visit(child);
        break;
    }
}

void Search::compare(const Demand &a, const Demand &b)
{
    const QString first = shownInSentence(written(*a.condition));
    const QString second = shownInSentence(written(*b.condition));
    QString sentence;
    if (a.negated != b.negated && written(*a.condition) == written(*b.condition))
        sentence = (m_inPart ? Tr::tr("%1 is both asked for and ruled out: this part of the filter matches nothing.")
                             : Tr::tr("%1 is both asked for and ruled out: nothing matches."))
                       .arg(first);
    else if (a.negated || b.negated)
        return;
    else if (statusExcludesContact(*a.condition, *b.condition))
        sentence = Tr::tr("%1 and %2 exclude each other: the last contact of who is online is less than 2 hours ago, "
                          "offline less than 7 days, stale longer.")
                       .arg(first, second);
    else if (excludeEachOther(*a.condition, *b.condition))
        sentence = (m_inPart ? Tr::tr("%1 and %2 exclude each other: this part of the filter matches nothing.")
                             : Tr::tr("%1 and %2 exclude each other: nothing matches."))
                       .arg(first, second);
    if (!sentence.isEmpty())
        notes.push_back({sentence, b.condition->position, b.condition->length, m_inPart});
}

} // namespace

std::vector<FilterNote> conflictsIn(const FilterExpression &filter)
{
    return Search(filter).notes;
}

} // namespace Runnerscope

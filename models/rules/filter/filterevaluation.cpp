// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterevaluation.h"

#include "models/rules/filter/filtertables.h"
#include "models/rules/status.h"

#include <QCoreApplication>

#include <algorithm>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterEvaluation)
};

using Scope = FilterScope;

/// a - b, defined whatever a server says that the time is.
qint64 difference(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) - static_cast<quint64>(b));
}

OptionalTime timeOf(qint64 number)
{
    return number == missingNumber ? std::nullopt : OptionalTime(ServerTime(std::chrono::milliseconds(number)));
}

qint64 allowedBits(const FilterCondition &condition)
{
    qint64 bits = 0;
    for (const FilterTest &test : condition.tests) {
        const auto *choice = std::get_if<ChoiceTest>(&test);
        if (!choice)
            return ~qint64(0); // any value
        for (const int value : choice->values)
            bits |= qint64(1) << value;
    }
    return bits;
}

class Evaluator
{
public:
    explicit Evaluator(FilterRows &rows) :
        m_rows(rows)
    {
    }

    FilterMask evaluate(const FilterNode &node, Scope scope);
    const std::optional<FilterError> &error() const { return m_error; }

private:
    std::size_t sizeOf(Scope scope);
    FilterMask combined(const FilterNode &node, Scope scope);
    FilterMask runnersWithManager(const FilterNode &node);
    FilterMask condition(const FilterCondition &condition, Scope scope);
    FilterMask anyText(const FilterCondition &condition, Scope scope);
    FilterMask text(const FilterCondition &condition, FilterField field, Scope scope);
    FilterMask choice(const FilterCondition &condition, Scope scope);
    FilterMask status(const FilterCondition &condition, Scope scope);
    FilterMask numbers(const FilterCondition &condition, Scope scope);
    FilterMask could(const FilterCondition &condition);
    FilterMask times(const FilterCondition &condition, Scope scope);
    void addAges(FilterMask &mask, const AgeTest &test, const FilterCondition &condition, Scope scope);
    template <typename Visit>
    void forEachWithTime(Scope scope, Visit visit);

    FilterRows &m_rows;
    std::optional<FilterMask> m_inContact;
    std::optional<FilterError> m_error;
};

std::size_t Evaluator::sizeOf(Scope scope)
{
    return scope == Scope::Row ? m_rows.rowCount() : m_rows.managerStarts().back();
}

FilterMask Evaluator::evaluate(const FilterNode &node, Scope scope)
{
    switch (node.kind) {
    case FilterNode::Kind::All:
    case FilterNode::Kind::Any:
        return combined(node, scope);
    case FilterNode::Kind::Not: {
        FilterMask mask = evaluate(node.children.front(), scope);
        invert(mask);
        return mask;
    }
    case FilterNode::Kind::Manager:
        return runnersWithManager(node);
    case FilterNode::Kind::Condition:
        break;
    }
    return condition(node.condition, scope);
}

FilterMask Evaluator::combined(const FilterNode &node, Scope scope)
{
    if (node.children.empty())
        return FilterMask(sizeOf(scope), 1);
    FilterMask mask = evaluate(node.children.front(), scope);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        const FilterMask other = evaluate(node.children[i], scope);
        if (node.kind == FilterNode::Kind::All)
            keepIn(mask, other);
        else
            addTo(mask, other);
    }
    return mask;
}

FilterMask Evaluator::runnersWithManager(const FilterNode &node)
{
    FilterMask managers = evaluate(node.children.front(), Scope::Manager);
    if (node.managers == FilterNode::Managers::InContact) {
        if (!m_inContact)
            m_inContact = m_rows.managersInContact();
        keepIn(managers, *m_inContact);
    }
    return ownersOf(managers, m_rows.managerStarts());
}

FilterMask Evaluator::condition(const FilterCondition &condition, Scope scope)
{
    if (condition.field == FilterField::AnyText)
        return anyText(condition, scope);
    if (condition.field == FilterField::JobCould)
        return could(condition);
    const FilterFieldFacts &facts = factsOf(condition.field);
    if (facts.isText())
        return text(condition, condition.field, scope);
    switch (facts.kind) {
    case FilterKind::Choice:
        return condition.field == FilterField::Status ? status(condition, scope) : choice(condition, scope);
    case FilterKind::Time:
    case FilterKind::Deadline:
        return times(condition, scope);
    default:
        return numbers(condition, scope);
    }
}

/// A word of a runner is looked for in one buffer, everything else in one column after another.
FilterMask Evaluator::anyText(const FilterCondition &condition, Scope scope)
{
    FilterMask mask(sizeOf(scope));
    const auto *word = std::get_if<TextTest>(&condition.tests.front());
    if (word && scope == Scope::Row) {
        m_rows.searchTexts().markContaining(
            {word->folded.constData(), static_cast<std::size_t>(word->folded.size())}, mask);
        return mask;
    }
    for (const FilterFieldFacts &facts : filterFields(m_rows.subject())) {
        if (!facts.isText() || (scope == Scope::Manager && !facts.ofManagers))
            continue;
        FilterMask found = text(condition, facts.field, scope);
        if (scope == Scope::Row && facts.onlyOfManagers())
            found = ownersOf(found, m_rows.managerStarts());
        addTo(mask, found);
    }
    return mask;
}

/// Of managers for a field that only managers have, whatever \a scope.
FilterMask Evaluator::text(const FilterCondition &condition, FilterField field, Scope scope)
{
    const FilterTextColumn &column = m_rows.texts(field);
    const auto passing = codesPassing(condition, column);
    if (!passing) {
        if (!m_error)
            m_error = FilterError{
                Tr::tr("This regular expression takes too long for some text: simplify it, most of all repetitions "
                       "within repetitions."),
                condition.position, condition.length};
        return FilterMask(sizeOf(factsOf(field).onlyOfManagers() ? Scope::Manager : scope));
    }
    FilterMask mask(column.codes.size());
    std::ranges::transform(column.codes, mask.begin(), [&](quint32 code) { return (*passing)[code]; });
    return column.starts.empty() ? mask : ownersOf(mask, column.starts);
}

FilterMask Evaluator::choice(const FilterCondition &condition, Scope scope)
{
    const FilterNumberColumn &column = m_rows.numbers(condition.field, scope);
    const qint64 allowed = allowedBits(condition);
    FilterMask mask(column.size());
    std::ranges::transform(column, mask.begin(), [=](qint64 bits) { return quint8((bits & allowed) != 0); });
    return mask;
}

FilterMask Evaluator::status(const FilterCondition &condition, Scope scope)
{
    const qint64 allowed = allowedBits(condition);
    const auto isAllowed = [=](RunnerStatus status) { return quint8(allowed >> static_cast<int>(status) & 1); };
    FilterMask mask(sizeOf(scope));
    if (scope == Scope::Row) {
        for (std::size_t row = 0; row < mask.size(); ++row)
            mask[row] = isAllowed(m_rows.statusOf(row));
        return mask;
    }
    const FilterNumberColumn &created = m_rows.numbers(FilterField::Created, scope);
    const FilterNumberColumn &contacted = m_rows.numbers(FilterField::Contact, scope);
    forEachWithTime(scope, [&](std::size_t i, ServerTime now) {
        mask[i] = isAllowed(managerStatus(timeOf(created[i]), timeOf(contacted[i]), now));
    });
    return mask;
}

FilterMask Evaluator::numbers(const FilterCondition &condition, Scope scope)
{
    const FilterNumberColumn &column = m_rows.numbers(condition.field, scope);
    FilterMask mask(column.size());
    for (const FilterTest &test : condition.tests) {
        const auto *range = std::get_if<NumberTest>(&test);
        const NumberInterval interval = range ? intervalOf(*range) : NumberInterval();
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] |= quint8(interval.contains(column[i]));
    }
    return mask;
}

/// Runners are named one by one: of a range of them every one would have to be matched with every job.
FilterMask Evaluator::could(const FilterCondition &condition)
{
    FilterMask mask(m_rows.rowCount());
    for (const FilterTest &test : condition.tests) {
        const auto *runner = std::get_if<NumberTest>(&test);
        if (!runner) {
            addTo(mask, m_rows.waitingFor(std::nullopt));
        } else if (runner->comparison == Comparison::Equal) {
            addTo(mask, m_rows.waitingFor(runner->first));
        } else if (!m_error) {
            m_error = FilterError{Tr::tr("Name the runners one by one, such as could:42 or could:42,43."),
                condition.position, condition.length};
        }
    }
    return mask;
}

FilterMask Evaluator::times(const FilterCondition &condition, Scope scope)
{
    const FilterNumberColumn &column = m_rows.numbers(condition.field, scope);
    FilterMask mask(column.size());
    for (const FilterTest &test : condition.tests) {
        if (const auto *age = std::get_if<AgeTest>(&test)) {
            addAges(mask, *age, condition, scope);
            continue;
        }
        const auto *date = std::get_if<DateTest>(&test);
        const NumberInterval interval = date ? intervalOf(*date) : NumberInterval();
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] |= quint8(interval.contains(column[i]));
    }
    return mask;
}

/// What lies in the future is no time old, and a deadline that is over leaves none.
void Evaluator::addAges(FilterMask &mask, const AgeTest &test, const FilterCondition &condition, Scope scope)
{
    const FilterNumberColumn &column = m_rows.numbers(condition.field, scope);
    const NumberInterval interval = intervalOf(test);
    const bool isDeadline = factsOf(condition.field).kind == FilterKind::Deadline;
    forEachWithTime(scope, [&](std::size_t i, ServerTime now) {
        const qint64 at = now.time_since_epoch().count();
        const qint64 age = isDeadline ? difference(column[i], at) : difference(at, column[i]);
        mask[i] |= quint8(column[i] != missingNumber && interval.contains(std::max(age, qint64(0))));
    });
}

/// Calls \a visit with every index of \a scope and the time at which its row was read.
template <typename Visit>
void Evaluator::forEachWithTime(Scope scope, Visit visit)
{
    if (scope == Scope::Row) {
        for (std::size_t row = 0; row < m_rows.rowCount(); ++row)
            visit(row, m_rows.readAt(row));
        return;
    }
    const std::vector<quint32> &starts = m_rows.managerStarts();
    for (std::size_t row = 0; row + 1 < starts.size(); ++row) {
        for (std::size_t manager = starts[row]; manager < starts[row + 1]; ++manager)
            visit(manager, m_rows.readAt(row));
    }
}

} // namespace

std::variant<FilterMask, FilterError> evaluate(const FilterNode &node, FilterRows &rows)
{
    Evaluator evaluator(rows);
    FilterMask mask = evaluator.evaluate(node, Scope::Row);
    if (evaluator.error())
        return *evaluator.error();
    return mask;
}

std::variant<FilterMask, FilterError> evaluate(const FilterExpression &filter, FilterRows &rows)
{
    return evaluate(filter.root(), rows);
}

} // namespace Runnerscope

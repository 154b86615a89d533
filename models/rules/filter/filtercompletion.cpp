// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtercompletion.h"

#include "models/rules/filter/completionplace.h"
#include "models/rules/filter/filterchoices.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/fleetvalues.h"
#include "models/rules/wording.h"

#include <algorithm>
#include <array>
#include <span>

namespace Runnerscope {

namespace {

using namespace Qt::Literals::StringLiterals;
using F = FilterField;

/// What most people ask for, offered where nothing is typed yet.
constexpr std::array firstFields{F::Status, F::Owner, F::Tag, F::Is, F::Version, F::Contact, F::Executor, F::Name,
    F::CreatedBy, F::Ip, F::Type, F::Created};
constexpr std::array firstJobFields{F::JobStatus, F::JobWhy, F::JobWaiting, F::JobTag, F::JobGroup, F::JobProject,
    F::JobRunner, F::JobUser, F::JobName, F::JobStage, F::JobRunning, F::JobRef};

/// Fields whose values are offered for a word that is no field.
constexpr std::array fieldsOfWords{F::Tag, F::Owner, F::Executor, F::Version, F::CreatedBy};
constexpr std::array jobFieldsOfWords{F::JobTag, F::JobProject, F::JobGroup, F::JobRunner, F::JobUser, F::JobName};
constexpr qsizetype shortestWord = 2; ///< for which values are offered

/// Sorts as FleetValue does: what begins with the letters, then what more runners have.
struct Offer
{
    FilterSuggestion suggestion;
    bool begins = true;
};

class Completion
{
public:
    Completion(const CompletionPlace &place, FilterRows &rows, std::size_t most) :
        m_place(place),
        m_rows(rows),
        m_most(most)
    {
    }

    void offerFields();
    void offerValues();
    std::vector<FilterSuggestion> take();

private:
    bool ofJobs() const { return m_rows.subject() == FilterSubject::Jobs; }
    void add(const QString &replacement, const QString &label, std::optional<qint64> count, bool begins);
    void addField(const FilterFieldFacts &facts, bool begins);
    void addValue(const QString &value, bool begins);
    void offerChoices();
    void offerFixed(std::initializer_list<QLatin1StringView> values);
    void offerValuesOfWords();
    void offerRunners();
    std::optional<qint64> countOf(const QString &condition);

    const CompletionPlace &m_place;
    FilterRows &m_rows;
    std::size_t m_most;
    std::vector<Offer> m_offers;
};

void Completion::add(const QString &replacement, const QString &label, std::optional<qint64> count, bool begins)
{
    m_offers.push_back({{replacement, m_place.start, m_place.length, Wording::oneLine(label), count}, begins});
}

void Completion::addField(const FilterFieldFacts &facts, bool begins)
{
    const QString name = facts.name + u':';
    add(name, name, std::nullopt, begins);
}

void Completion::offerFields()
{
    if (m_place.typed.isEmpty()) {
        for (const F field : ofJobs() ? std::span<const F>(firstJobFields) : std::span<const F>(firstFields)) {
            if (factsOf(field).isIn(m_place.scope))
                addField(factsOf(field), true);
        }
        return;
    }
    for (const bool begins : {true, false}) {
        for (const FilterFieldFacts &facts : filterFields(m_rows.subject())) {
            const QString name = facts.name;
            const bool fits = name.startsWith(m_place.typed, Qt::CaseInsensitive) == begins
                && name.contains(m_place.typed, Qt::CaseInsensitive);
            if (fits && facts.isIn(m_place.scope))
                addField(facts, begins);
        }
    }
    offerValuesOfWords();
}

void Completion::offerValuesOfWords()
{
    if (m_place.typed.size() < shortestWord)
        return;
    for (const F field : ofJobs() ? std::span<const F>(jobFieldsOfWords) : std::span<const F>(fieldsOfWords)) {
        const FilterFieldFacts &facts = factsOf(field);
        if (!facts.isIn(m_place.scope))
            continue;
        for (const FleetValue &value : valuesContaining(m_place.typed, facts, m_rows, 3)) {
            const QString condition = facts.name + u':' + value.written;
            if (const auto count = countOf(condition))
                add(condition, condition, count, value.begins);
        }
    }
}

/// How many rows \a condition matches; nothing when it is none.
std::optional<qint64> Completion::countOf(const QString &condition)
{
    const bool ofManager = m_place.scope == FilterScope::Manager;
    const auto parsed = parseFilter(ofManager ? QString(u"manager(" + condition + u')') : condition, m_rows.subject());
    const auto *filter = std::get_if<FilterExpression>(&parsed);
    if (!filter)
        return std::nullopt;
    const auto result = evaluate(*filter, m_rows);
    const auto *mask = std::get_if<FilterMask>(&result);
    return mask ? std::optional(Runnerscope::countOf(*mask)) : std::nullopt;
}

void Completion::addValue(const QString &value, bool begins)
{
    const auto count = countOf(m_place.field->name + m_place.lead + value);
    const bool exists = !ofJobs() || count.value_or(0) > 0; // a queue has few of the many reasons
    if (count && exists)
        add(value, value, count, begins);
}

void Completion::offerChoices()
{
    for (const FilterChoice &choice : choicesOf(m_place.field->field)) {
        const QString word = choice.word;
        if (choice.isIn(m_place.scope) && word.contains(m_place.typed, Qt::CaseInsensitive))
            addValue(word, word.startsWith(m_place.typed, Qt::CaseInsensitive));
    }
}

void Completion::offerFixed(std::initializer_list<QLatin1StringView> values)
{
    if (m_place.lead != u':' || !m_place.typed.isEmpty())
        return;
    for (const QLatin1StringView value : values)
        addValue(QString(value), true);
}

/// Those for which jobs wait.
void Completion::offerRunners()
{
    for (const qint64 number : m_rows.waitedFor(m_most)) {
        const QString written = QString::number(number);
        if (written.startsWith(m_place.typed))
            addValue(written, true);
    }
}

void Completion::offerValues()
{
    const FilterFieldFacts &facts = *m_place.field;
    if (facts.kind == FilterKind::Choice)
        offerChoices();
    else if (facts.kind == FilterKind::Time)
        offerFixed({"<1h"_L1, "<1d"_L1, "<7d"_L1, ">2h"_L1, ">7d"_L1, ">30d"_L1, ">90d"_L1});
    else if (facts.kind == FilterKind::Deadline)
        offerFixed({"<7d"_L1, "<30d"_L1, "<90d"_L1, ">90d"_L1});
    else if (facts.kind == FilterKind::Duration && ofJobs())
        offerFixed({">1m"_L1, ">10m"_L1, ">1h"_L1, ">6h"_L1, ">1d"_L1});
    if (facts.field == F::JobCould)
        offerRunners();
    for (const FleetValue &value : valuesContaining(m_place.typed, facts, m_rows, m_most))
        addValue(value.written, value.begins);
}

std::vector<FilterSuggestion> Completion::take()
{
    std::ranges::stable_sort(m_offers, [](const Offer &a, const Offer &b) {
        if (a.suggestion.count.has_value() != b.suggestion.count.has_value())
            return b.suggestion.count.has_value(); // names of fields first
        return a.begins != b.begins ? a.begins : a.suggestion.count > b.suggestion.count;
    });
    std::vector<FilterSuggestion> suggestions;
    for (Offer &offer : m_offers) {
        if (suggestions.size() < m_most)
            suggestions.push_back(std::move(offer.suggestion));
    }
    return suggestions;
}

} // namespace

std::vector<FilterSuggestion> completeFilter(QStringView text, qsizetype cursor, FilterRows &rows, std::size_t most)
{
    if (text.size() > FilterLimits::characters)
        return {};
    const CompletionPlace place =
        CompletionPlace::find(text, std::clamp(cursor, qsizetype(0), text.size()), rows.subject());
    if (place.inUnknownField)
        return {};
    Completion completion(place, rows, most);
    if (place.field)
        completion.offerValues();
    else
        completion.offerFields();
    return completion.take();
}

} // namespace Runnerscope

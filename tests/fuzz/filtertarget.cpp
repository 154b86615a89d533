// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filtercompletion.h"
#include "models/rules/filter/filterconflicts.h"
#include "models/rules/filter/filterevaluation.h"
#include "models/rules/filter/filterindex.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/filterwording.h"
#include "models/rules/filter/jobfilterrows.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/randomfleet.h"

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

constexpr std::size_t mostSuggestions = 12;

FleetPtr someFleet()
{
    std::mt19937 random(20260325);
    return shareFleet(Test::randomFleet(random, 30));
}

/// Some wait and some run, on runners that there are.
std::vector<JobPtr> someJobs(const Fleet &fleet)
{
    const auto project =
        std::make_shared<const JobProject>(JobProject{1, QStringLiteral("acme/pay/api"), {}, {}, {}, {}});
    std::vector<JobPtr> jobs;
    for (const FleetRow &row : fleet.rows) {
        Job job;
        const auto number = static_cast<qint64>(jobs.size());
        job.id = {row.runner->id.instance, number + 1};
        job.name = row.runner->description;
        job.ref = row.runner->maintenanceNote;
        job.tags = row.runner->tags;
        job.project = number % 3 == 0 ? nullptr : project;
        job.status = number % 2 == 0 ? JobStatus::Pending : JobStatus::Running;
        job.queuedAt = row.readAt - std::chrono::minutes(number * number);
        if (job.status == JobStatus::Running) {
            job.runner = row.runner->id;
            job.startedAt = row.readAt;
            job.manager = row.runner->managers.empty() ? 0 : row.runner->managers.front().number;
        }
        jobs.push_back(std::make_shared<const Job>(std::move(job)));
    }
    return jobs;
}

FilterRows &rowsOf(FilterSubject subject)
{
    static const FleetPtr fleet = someFleet();
    static FilterIndex runners(fleet);
    static JobFilterRows jobs(judgeJobs({fleet, someJobs(*fleet), {}, {}}), fleet->rows.front().readAt);
    return subject == FilterSubject::Runners ? static_cast<FilterRows &>(runners) : jobs;
}

void requireSentence(const QString &sentence)
{
    require(!sentence.isEmpty(), "a remark says something");
    requireHarmless(sentence, "a remark is harmless");
    require(!sentence.contains(u'\n'), "a remark has one line");
}

void checkError(const FilterError &error, qsizetype size)
{
    requireSentence(error.sentence);
    require(
        error.position >= 0 && error.length >= 0 && error.position + error.length <= size, "an error lies in the text");
    require(error.length > 0 || error.position == size, "an error can be seen");
}

void checkWords(const FilterExpression &filter)
{
    const QString words = Wording::filter(filter);
    requireHarmless(words, "words of a filter are harmless");
    require(!words.contains(u'\n'), "words of a filter have one line");
    require(words.isEmpty() == filter.isEmpty(), "every condition has words");
    for (const FilterNote &note : conflictsIn(filter)) {
        requireSentence(note.sentence);
        require(note.length > 0 && note.position + note.length <= filter.text().size(), "a note lies in the text");
    }
}

void checkMatches(const FilterExpression &filter, FilterSubject subject)
{
    FilterRows &rows = rowsOf(subject);
    const auto result = evaluate(filter, rows);
    if (const auto *error = std::get_if<FilterError>(&result))
        return checkError(*error, filter.text().size());
    FilterMask mask = std::get<FilterMask>(result);
    require(mask.size() == rows.rowCount(), "every row is judged");
    require(std::ranges::all_of(mask, [](quint8 byte) { return byte <= 1; }), "a row is matched or not");

    const auto negated = parseFilter(QString(u"-(" + filter.text() + u')'), subject);
    if (filter.isEmpty() || !std::holds_alternative<FilterExpression>(negated)) // too long, or too deep
        return;
    invert(mask);
    require(std::get<FilterMask>(evaluate(std::get<FilterExpression>(negated), rows)) == mask,
        "what a filter does not match its negation does");
}

void checkSuggestions(const QString &text, qsizetype cursor, FilterSubject subject)
{
    const auto suggestions = completeFilter(text, cursor, rowsOf(subject), mostSuggestions);
    require(suggestions.size() <= mostSuggestions, "suggestions are few");
    for (const FilterSuggestion &suggestion : suggestions) {
        require(suggestion.start >= 0 && suggestion.start <= cursor, "a suggestion begins before the cursor");
        require(suggestion.length >= 0 && suggestion.start + suggestion.length >= cursor
                && suggestion.start + suggestion.length <= text.size(),
            "a suggestion reaches the cursor");
        require(!suggestion.replacement.isEmpty(), "a suggestion says something");
        requireHarmless(suggestion.label, "labels are harmless");
    }
}

void checkFilter(const QString &text, FilterSubject subject)
{
    const auto parsed = parseFilter(text, subject);
    if (const auto *error = std::get_if<FilterError>(&parsed)) {
        checkError(*error, text.size());
    } else {
        const auto &expression = std::get<FilterExpression>(parsed);
        const auto again = parseFilter(expression.text(), subject);
        require(std::get<FilterExpression>(again) == expression, "a filter can be read again");
        checkWords(expression);
        checkMatches(expression, subject);
    }
    constexpr qsizetype mostCursors = 16;
    const qsizetype step = std::max(text.size() / mostCursors, qsizetype(1));
    for (qsizetype cursor = 0; cursor <= text.size(); cursor += step)
        checkSuggestions(text, cursor, subject);
}

} // namespace

void filter(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    checkFilter(text, FilterSubject::Runners);
    checkFilter(text, FilterSubject::Jobs);
}

} // namespace Runnerscope::Fuzz

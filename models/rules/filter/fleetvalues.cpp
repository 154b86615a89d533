// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/fleetvalues.h"

#include "models/rules/filter/filtervalues.h"
#include "models/rules/filter/versionline.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr qsizetype longestValue = 200;

std::vector<qint64> frequencies(const FilterTextColumn &column)
{
    std::vector<qint64> counts(column.dictionary.size());
    for (const quint32 code : column.codes)
        ++counts[code];
    counts[TextDictionary::none] = 0;
    return counts;
}

bool isNumber(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Whether the text after "field:" would find the value.
bool canBeAskedFor(const QString &text, const FilterFieldFacts &facts)
{
    const QChar mark = markBefore(facts.field);
    if (text.size() > longestValue || (!mark.isNull() && text.startsWith(mark)))
        return false;
    if (mark == u'#' && isNumber(text)) // whoever knows the number needs no list
        return false;
    if (facts.kind == FilterKind::Version) {
        const auto line = VersionLine::parse(text);
        const auto version = Version::parse(text);
        return line && version && line->place(*version) == 0;
    }
    return facts.kind != FilterKind::Address || IpBlock::parse(text);
}

QString writtenValue(const QString &text)
{
    return needsQuotes(text) ? quoted(text) : text;
}

bool comesBefore(const FleetValue &a, const FleetValue &b)
{
    if (a.begins != b.begins)
        return a.begins;
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.written < b.written;
}

void keepBest(std::vector<FleetValue> &values, std::size_t most)
{
    const std::size_t kept = std::min(most, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(kept), values.end(), comesBefore);
    values.resize(kept);
}

/// Every group above an owner, with the owners below it.
QHash<QStringView, qint64> frequenciesAbove(const TextDictionary &paths, const std::vector<qint64> &counts)
{
    QHash<QStringView, qint64> above;
    for (quint32 code = 1; code < paths.size(); ++code) {
        const QStringView path = paths.text(code);
        for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0; slash = path.first(slash).lastIndexOf(u'/'))
            above[path.first(slash)] += counts[code];
    }
    return above;
}

void addTrees(std::vector<FleetValue> &values, const QString &letters, const TextDictionary &paths,
    const std::vector<qint64> &counts)
{
    const QHash<QStringView, qint64> above = frequenciesAbove(paths, counts);
    for (auto group = above.begin(); group != above.end(); ++group) {
        const QString written = group.key() + QStringLiteral("/*");
        if (written.contains(letters, Qt::CaseInsensitive) && !needsQuotes(group.key()))
            values.push_back({written, group.value(), written.startsWith(letters, Qt::CaseInsensitive)});
    }
}

} // namespace

std::vector<FleetValue> valuesContaining(
    const QString &letters, const FilterFieldFacts &facts, FilterRows &rows, std::size_t most)
{
    if (!facts.isText())
        return {};
    const FilterTextColumn &column = rows.texts(facts.field);
    const std::vector<qint64> counts = frequencies(column);
    const QByteArray folded = foldedForSearch(letters);
    const std::string_view wanted(folded.constData(), static_cast<std::size_t>(folded.size()));
    std::vector<quint8> found(column.dictionary.size());
    column.dictionary.folded().markContaining(wanted, found);
    std::vector<FleetValue> values;
    for (quint32 code = 1; code < found.size(); ++code) {
        const QString &text = column.dictionary.text(code);
        if (found[code] && canBeAskedFor(text, facts))
            values.push_back({writtenValue(text), counts[code], column.dictionary.folded(code).starts_with(wanted)});
    }
    if (facts.kind == FilterKind::Path && !hasSeveralValues(facts.field)) // of several, the groups above are some
        addTrees(values, letters, column.dictionary, counts);
    keepBest(values, most);
    return values;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QByteArray>

#include <optional>
#include <string_view>
#include <vector>

namespace Runnerscope {

/// Which runners to show. A default one matches all.
struct RunnerFilter
{
    QString text; ///< every word must occur somewhere; letter case does not matter
    std::optional<RunnerStatus> status;
    std::optional<RunnerType> type;
    bool pausedOnly = false;

    bool isEmpty() const { return text.trimmed().isEmpty() && !status && !type && !pausedOnly; }
    friend bool operator==(const RunnerFilter &, const RunnerFilter &) = default;
};

/// The searchable texts of a whole fleet, case-folded, in one buffer: a search reads memory from front to back.
class SearchText
{
public:
    SearchText() = default;
    explicit SearchText(const Fleet &fleet);

    /// Text of the row with this index into Fleet::rows.
    std::string_view row(std::size_t index) const;

private:
    QByteArray m_text;
    std::vector<qsizetype> m_ends;
};

/// Folds a text in the same way as SearchText does.
QByteArray foldedForSearch(const QString &text);

/// Indexes into \a fleet's rows that \a filter matches, ascending. \a text belongs to the same fleet; it may be empty
/// when the filter has no text.
std::vector<quint32> matchingRows(const Fleet &fleet, const SearchText &text, const RunnerFilter &filter);

} // namespace Runnerscope

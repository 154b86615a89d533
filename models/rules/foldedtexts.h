// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace Runnerscope {

/// A text as texts are compared in searches: letter case folded, line ends as blanks, UTF-8.
QByteArray foldedForSearch(const QString &text);

/// Many texts folded for searching, in one buffer: a search reads memory from front to back. An entry holds one or
/// several texts; nothing that is searched for is found across two of them.
class FoldedTexts
{
public:
    /// Adds a text to the entry at the end.
    void add(QStringView text);
    void endEntry() { m_ends.push_back(m_buffer.size()); }
    void reserve(std::size_t entries) { m_ends.reserve(entries); }

    std::size_t size() const { return m_ends.size(); }
    /// The texts of an entry, each with '\n' behind it.
    std::string_view entry(std::size_t index) const;
    /// Sets \a marks to 1 for each entry with a text that contains \a word, which is folded. Every entry contains an
    /// empty word. \a marks is as long as there are entries.
    void markContaining(std::string_view word, std::vector<quint8> &marks) const;
    qsizetype memory() const; ///< in bytes

private:
    QByteArray m_buffer;
    std::vector<qsizetype> m_ends;
};

} // namespace Runnerscope

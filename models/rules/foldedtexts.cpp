// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/foldedtexts.h"

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr char textEnd = '\n';

/// Without a branch, for the compiler to do many at once. Right for ASCII only.
char foldedAscii(char16_t c)
{
    const auto isUpper = static_cast<char16_t>(c - u'A') < 26;
    const auto isLineEnd = c == u'\n';
    return static_cast<char>(c + (isUpper ? u'a' - u'A' : 0) + (isLineEnd ? u' ' - u'\n' : 0));
}

/// Folds into \a out as if \a text were ASCII; whether it is.
bool foldAscii(const char16_t *text, qsizetype size, char *out)
{
    char16_t all = 0;
    for (qsizetype i = 0; i < size; ++i) {
        all = static_cast<char16_t>(all | text[i]);
        out[i] = foldedAscii(text[i]);
    }
    return all < 0x80;
}

void appendFolded(QByteArray &buffer, QStringView text)
{
    const qsizetype begin = buffer.size();
    buffer.resize(begin + text.size());
    if (foldAscii(text.utf16(), text.size(), buffer.data() + begin))
        return;
    buffer.truncate(begin);
    buffer += text.toString().toCaseFolded().replace(u'\n', u' ').toUtf8();
}

/// The place in \a word of the byte that is seldom in \a all, as far as its beginning tells.
std::size_t seldomByte(std::string_view word, std::string_view all)
{
    const std::string_view sample = all.substr(0, 4096);
    const auto frequency = [sample](char byte) { return std::ranges::count(sample, byte); };
    return static_cast<std::size_t>(std::ranges::min_element(word, {}, frequency) - word.begin());
}

/// Where \a word begins next from \a start on, looking only at places with its byte at \a anchor.
std::size_t findWord(std::string_view all, std::string_view word, std::size_t anchor, std::size_t start)
{
    for (std::size_t at = all.find(word[anchor], start + anchor); at != std::string_view::npos;
         at = all.find(word[anchor], at + 1)) {
        if (all.substr(at - anchor, word.size()) == word)
            return at - anchor;
    }
    return std::string_view::npos;
}

/// The first of \a ends behind \a at. Most hits are a few entries behind the one before.
std::vector<qsizetype>::const_iterator endBehind(
    std::vector<qsizetype>::const_iterator from, std::vector<qsizetype>::const_iterator last, qsizetype at)
{
    for (qsizetype step = 1; from != last && *from <= at; step *= 2) {
        const auto next = from + std::min<qsizetype>(step, last - from);
        if (next == last || *next > at)
            return std::upper_bound(from, next, at);
        from = next;
    }
    return from;
}

} // namespace

QByteArray foldedForSearch(const QString &text)
{
    QByteArray folded;
    appendFolded(folded, text);
    return folded;
}

void FoldedTexts::add(QStringView text)
{
    appendFolded(m_buffer, text);
    m_buffer += textEnd;
}

std::string_view FoldedTexts::entry(std::size_t index) const
{
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1];
    return {m_buffer.constData() + begin, static_cast<std::size_t>(m_ends[index] - begin)};
}

void FoldedTexts::markContaining(std::string_view word, std::vector<quint8> &marks) const
{
    if (word.empty()) {
        std::ranges::fill(marks, quint8(1));
        return;
    }
    const std::string_view all(m_buffer.constData(), static_cast<std::size_t>(m_buffer.size()));
    const std::size_t anchor = seldomByte(word, all);
    auto end = m_ends.begin();
    for (std::size_t at = findWord(all, word, anchor, 0); at != std::string_view::npos;
         at = findWord(all, word, anchor, at)) {
        end = endBehind(end, m_ends.end(), static_cast<qsizetype>(at));
        marks[static_cast<std::size_t>(end - m_ends.begin())] = 1;
        at = static_cast<std::size_t>(*end); // one hit is enough for an entry
    }
}

qsizetype FoldedTexts::memory() const
{
    return m_buffer.capacity() + static_cast<qsizetype>(m_ends.capacity() * sizeof(qsizetype));
}

} // namespace Runnerscope

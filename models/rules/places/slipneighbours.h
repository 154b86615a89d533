// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace Runnerscope {

/// Finds the texts that are one slip apart (typingslip.h) among many, without comparing each with each: two such texts
/// become the same when the right letter is left out of one or both, so only texts that share such a rest are compared.
///
/// Time and memory are bounded whatever the texts are. Where too many resemble one another, a text finds some of its
/// neighbours, not all; and when there are far too many texts, the last ones find none.
class SlipNeighbours
{
public:
    static constexpr std::size_t shortest = 4; ///< letters; shorter and longer texts have no neighbours
    static constexpr std::size_t longest = 64;
    static constexpr std::size_t mostFound = 20; ///< for each text
    static constexpr std::size_t mostCompared = 32; ///< of the texts that share a rest
    static constexpr std::size_t mostRests = 4'000'000;

    /// \a texts are all different, those that matter most first.
    explicit SlipNeighbours(const QStringList &texts);

    /// Indexes of texts.
    const std::vector<quint32> &of(std::size_t index) const { return m_neighbours[index]; }
    qint64 comparisons() const { return m_comparisons; }

private:
    struct Rest
    {
        quint64 hash;
        quint32 index;
    };

    void addRests(const std::u32string &text, quint32 index);
    void compareWithin(std::size_t begin, std::size_t end);
    void compare(quint32 index, quint32 other);

    std::vector<std::u32string> m_texts; ///< empty where it has no neighbours
    std::vector<Rest> m_rests;
    std::vector<std::vector<quint32>> m_neighbours;
    qint64 m_comparisons = 0;
};

} // namespace Runnerscope

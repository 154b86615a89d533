// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/slipneighbours.h"

#include "models/rules/places/typingslip.h"

#include <algorithm>
#include <functional>

namespace Runnerscope {

SlipNeighbours::SlipNeighbours(const QStringList &texts) :
    m_texts(static_cast<std::size_t>(texts.size())),
    m_neighbours(m_texts.size())
{
    constexpr qsizetype unitsPerLetter = 2; // at most, in UTF-16
    for (std::size_t i = 0; i < m_texts.size() && m_rests.size() < mostRests; ++i) {
        const QString &text = texts[static_cast<qsizetype>(i)];
        if (text.size() > static_cast<qsizetype>(longest) * unitsPerLetter)
            continue;
        std::u32string letters = text.toStdU32String();
        if (letters.size() < shortest || letters.size() > longest)
            continue;
        addRests(letters, static_cast<quint32>(i));
        m_texts[i] = std::move(letters);
    }
    std::ranges::sort(m_rests, [](const Rest &a, const Rest &b) {
        return a.hash != b.hash ? a.hash < b.hash : a.index < b.index; // those that matter most first
    });
    for (std::size_t begin = 0; begin < m_rests.size();) {
        std::size_t end = begin + 1;
        while (end < m_rests.size() && m_rests[end].hash == m_rests[begin].hash)
            ++end;
        compareWithin(begin, end);
        begin = end;
    }
}

void SlipNeighbours::addRests(const std::u32string &text, quint32 index)
{
    const auto add = [this, index](const std::u32string &rest) {
        m_rests.push_back({std::hash<std::u32string>()(rest), index});
    };
    add(text);
    std::u32string rest;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (QChar::isDigit(text[i])) // no slip is in a number
            continue;
        rest.assign(text, 0, i);
        rest.append(text, i + 1);
        add(rest);
    }
}

void SlipNeighbours::compareWithin(std::size_t begin, std::size_t end)
{
    const std::size_t endOfCompared = std::min(end, begin + mostCompared);
    for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t other = begin; other < endOfCompared; ++other)
            compare(m_rests[i].index, m_rests[other].index);
    }
}

void SlipNeighbours::compare(quint32 index, quint32 other)
{
    std::vector<quint32> &found = m_neighbours[index];
    if (index == other || found.size() >= mostFound || std::ranges::find(found, other) != found.end())
        return;
    ++m_comparisons;
    if (oneSlipApart(m_texts[index], m_texts[other]))
        found.push_back(other);
}

} // namespace Runnerscope

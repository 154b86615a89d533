// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/similartags.h"

#include <QHash>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr qsizetype leastLetters = 4; ///< shorter words differ by a letter all the time
constexpr qsizetype mostLetters = 64; ///< longer ones are compared as a whole only
constexpr std::size_t mostAlike = 50; ///< of one tag; a fleet with more has a system in them

bool isSeparator(QChar c)
{
    return c == u'-' || c == u'_' || c == u'.' || c.isSpace();
}

/// Without case and separators; "1.8" and "18" stay different.
QString folded(const QString &tag)
{
    QString result;
    result.reserve(tag.size());
    for (qsizetype i = 0; i < tag.size(); ++i) {
        const bool betweenDigits = i > 0 && i + 1 < tag.size() && tag[i - 1].isDigit() && tag[i + 1].isDigit();
        if (!isSeparator(tag[i]) || betweenDigits)
            result += tag[i].toCaseFolded();
    }
    return result;
}

/// What is left when numbers and the way they are set apart do not count.
QString withoutDigits(QString text)
{
    text.removeIf([](QChar c) { return c.isDigit() || isSeparator(c); });
    return text;
}

/// Whether two texts that differ are one slip apart: a letter missing, too many, another, or two changed over.
bool isOneSlip(const QString &a, const QString &b)
{
    const QString &shorter = a.size() <= b.size() ? a : b;
    const QString &longer = a.size() <= b.size() ? b : a;
    const qsizetype more = longer.size() - shorter.size();
    if (more > 1)
        return false;
    qsizetype at = 0;
    while (at < shorter.size() && shorter[at] == longer[at])
        ++at;
    const QStringView shortRest = QStringView(shorter).mid(at);
    const QStringView longRest = QStringView(longer).mid(at);
    if (more == 1)
        return shortRest == longRest.mid(1);
    const bool another = shortRest.mid(1) == longRest.mid(1);
    const bool changedOver = shortRest.size() > 1 && shortRest[0] == longRest[1] && shortRest[1] == longRest[0]
        && shortRest.mid(2) == longRest.mid(2);
    return another || changedOver;
}

bool isTypingSlip(const QString &a, const QString &b)
{
    return a.size() >= leastLetters && b.size() >= leastLetters && isOneSlip(a, b)
        && withoutDigits(a) != withoutDigits(b);
}

/// Words that are one slip apart have one in common among the words that they become without one letter, or are such a
/// word of each other.
QHash<size_t, std::vector<quint32>> neighbourhoods(const QStringList &words)
{
    QHash<size_t, std::vector<quint32>> places;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word.size() < leastLetters || word.size() > mostLetters)
            continue;
        const auto index = static_cast<quint32>(i);
        places[qHash(word)].push_back(index);
        for (qsizetype letter = 0; letter < word.size(); ++letter) {
            QString shorter = word;
            std::vector<quint32> &place = places[qHash(shorter.remove(letter, 1))];
            if (place.empty() || place.back() != index)
                place.push_back(index);
        }
    }
    return places;
}

class Likeness
{
public:
    explicit Likeness(qsizetype tags) :
        m_alike(static_cast<std::size_t>(tags))
    {
    }

    void join(quint32 a, quint32 b)
    {
        addOnce(a, b);
        addOnce(b, a);
    }
    std::vector<std::vector<quint32>> take() { return std::move(m_alike); }

private:
    void addOnce(quint32 to, quint32 other)
    {
        std::vector<quint32> &alike = m_alike[to];
        if (alike.size() < mostAlike && std::ranges::find(alike, other) == alike.end())
            alike.push_back(other);
    }

    std::vector<std::vector<quint32>> m_alike;
};

} // namespace

std::vector<std::vector<quint32>> similarTags(const QStringList &tags)
{
    Likeness likeness(tags.size());
    QHash<QString, quint32> firstOf; // of those that are the same when folded
    QStringList words;
    for (qsizetype i = 0; i < tags.size(); ++i) {
        words.append(folded(tags[i]));
        const auto index = static_cast<quint32>(i);
        const auto known = firstOf.constFind(words.last());
        if (known == firstOf.constEnd())
            firstOf.insert(words.last(), index);
        else if (!words.last().isEmpty())
            likeness.join(*known, index);
    }
    const QHash<size_t, std::vector<quint32>> places = neighbourhoods(words);
    for (const std::vector<quint32> &place : places) {
        const std::size_t most = std::min(place.size(), mostAlike);
        for (std::size_t i = 0; i < most; ++i) {
            for (std::size_t j = i + 1; j < most; ++j) {
                if (isTypingSlip(words[place[i]], words[place[j]]))
                    likeness.join(place[i], place[j]);
            }
        }
    }
    return likeness.take();
}

} // namespace Runnerscope

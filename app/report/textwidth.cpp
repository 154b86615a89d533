// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/textwidth.h"

#include <algorithm>
#include <array>

namespace Runnerscope::TextWidth {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// The blocks of the wide characters of East Asia, and of pictures.
constexpr auto wideRanges = std::to_array<Range>({{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf},
    {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}});

int cells(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return 0;
    const auto contains = [c](const Range &range) { return c >= range.first && c <= range.last; };
    return std::ranges::any_of(wideRanges, contains) ? 2 : 1;
}

int cellsOf(const QList<uint> &characters)
{
    int sum = 0;
    for (const uint c : characters)
        sum += cells(c);
    return sum;
}

/// As many characters from the front as fit.
QList<uint> front(const QList<uint> &characters, int width)
{
    int sum = 0;
    qsizetype count = 0;
    while (count < characters.size() && sum + cells(characters[count]) <= width)
        sum += cells(characters[count++]);
    return characters.first(count);
}

QList<uint> back(const QList<uint> &characters, int width)
{
    int sum = 0;
    qsizetype count = 0;
    while (count < characters.size() && sum + cells(characters[characters.size() - 1 - count]) <= width)
        sum += cells(characters[characters.size() - 1 - count++]);
    return characters.last(count);
}

QString fromCharacters(const QList<uint> &characters)
{
    QString text;
    for (const uint c : characters)
        text += QStringView(QChar::fromUcs4(c));
    return text;
}

} // namespace

int of(const QString &text)
{
    return cellsOf(text.toUcs4());
}

QString elided(const QString &text, int width, Elide elide)
{
    const QList<uint> characters = text.toUcs4();
    if (cellsOf(characters) <= width)
        return text;
    if (width < 2)
        return width < 1 ? QString() : QStringLiteral("…");
    const int behind = elide == Elide::Middle ? (width - 1) / 2 : 0;
    return fromCharacters(front(characters, width - 1 - behind)) + u'…' + fromCharacters(back(characters, behind));
}

QString padded(const QString &text, int width, bool inFront)
{
    const QString blanks(std::max(0, width - of(text)), u' ');
    return inFront ? blanks + text : text + blanks;
}

QStringList wrapped(const QString &text, int width)
{
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        QString &line = lines.last();
        if (line.isEmpty())
            line = word;
        else if (of(line) + 1 + of(word) <= width)
            line += u' ' + word;
        else
            lines.append(word);
    }
    return lines;
}

} // namespace Runnerscope::TextWidth

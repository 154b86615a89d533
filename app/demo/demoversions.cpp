// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoversions.h"

#include <array>

namespace Runnerscope {

namespace {

struct ReleaseLine
{
    int majorNumber;
    int minorNumber;
    int lastPatch;
};

constexpr std::array<ReleaseLine, demoReleaseLines> releaseLines{{
    {19, 3, 0},
    {19, 2, 2},
    {19, 1, 2},
    {19, 0, 3},
    {18, 11, 4},
    {18, 10, 1},
    {18, 9, 0},
    {18, 8, 0},
    {18, 7, 2},
    {18, 6, 6},
    {18, 5, 0},
    {18, 4, 0},
    {18, 3, 1},
    {18, 2, 2},
    {18, 1, 3},
    {18, 0, 5},
    {17, 11, 4},
    {17, 10, 2},
    {17, 9, 3},
    {17, 8, 5},
    {17, 7, 1},
    {17, 6, 1},
    {17, 5, 5},
    {17, 4, 2},
    {17, 3, 3},
    {17, 2, 3},
    {17, 1, 2},
    {17, 0, 3},
    {16, 11, 4},
    {16, 10, 1},
    {16, 9, 2},
    {16, 8, 1},
    {16, 7, 1},
    {16, 6, 3},
    {16, 5, 0},
    {16, 4, 2},
    {16, 3, 3},
    {16, 2, 3},
    {16, 1, 1},
    {16, 0, 3},
    {15, 11, 1},
    {15, 10, 1},
    {15, 9, 1},
    {15, 8, 3},
    {15, 7, 4},
    {15, 6, 3},
    {15, 5, 2},
    {15, 4, 2},
    {15, 3, 3},
    {15, 2, 2},
    {15, 1, 1},
    {15, 0, 1},
    {14, 10, 1},
    {14, 9, 2},
    {14, 8, 3},
    {14, 7, 1},
    {14, 6, 1},
    {14, 5, 2},
    {14, 4, 2},
    {14, 3, 4},
}};

QString hexadecimal(quint64 value)
{
    return QStringLiteral("%1").arg(value & 0xffffffffU, 8, 16, QLatin1Char('0'));
}

QString numbers(const ReleaseLine &line, int patch)
{
    return QStringLiteral("%1.%2.%3").arg(line.majorNumber).arg(line.minorNumber).arg(patch);
}

} // namespace

QString demoRelease(DemoRandom &random, int line)
{
    const ReleaseLine &chosen = releaseLines[static_cast<std::size_t>(line)];
    // Who updates at all mostly takes the last patch.
    return numbers(chosen, random.chance(600) ? chosen.lastPatch : random.between(0, chosen.lastPatch));
}

QString demoUnusualVersion(DemoRandom &random)
{
    switch (random.below(5)) {
    case 0:
        return QStringLiteral("19.4.0~pre.%1.g%2").arg(random.between(3, 340)).arg(hexadecimal(random.next()));
    case 1:
        return numbers(releaseLines[static_cast<std::size_t>(random.below(16))], 0) + QStringLiteral("-rc1");
    case 2:
        return QStringLiteral("18.7.0~beta.%1.g%2").arg(random.between(900, 1700)).arg(hexadecimal(random.next()));
    case 3:
        return QStringLiteral("development version");
    default:
        return {};
    }
}

QString demoRevision(const QString &version)
{
    if (version.isEmpty())
        return {};
    if (const qsizetype mark = version.lastIndexOf(QLatin1String(".g")); mark >= 0)
        return version.mid(mark + 2);
    quint64 mixed = 0;
    for (const QChar c : version)
        mixed = DemoRandom(mixed + c.unicode()).next();
    return hexadecimal(mixed);
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutation.h"

#include <array>

namespace Runnerscope::Test {

namespace {

constexpr std::array awkward{"-1", "0", "2147483648", "9223372036854775807", "-9223372036854775808", "1e308", "null",
    "[]", "{}", "\"\"", "true", "\\u0000", "\\ud800", "\xe2\x80\xae", "\xff\xfe", "\x1b[2J", "9999-12-31T23:59:59Z",
    "0000-00-00T00:00:00Z", "gid://gitlab/Ci::Runner/0", "\n", "\\n", "@", "://", "%00", "..", "[::1]"};

/// From 0 up to and including \a most. Not std::uniform_int_distribution, which differs between libraries.
qsizetype upTo(qsizetype most, std::mt19937 &random)
{
    return static_cast<qsizetype>(random() % static_cast<std::uint32_t>(most + 1));
}

void damage(QByteArray &text, std::mt19937 &random)
{
    constexpr qsizetype longestPiece = 60;
    const qsizetype at = upTo(text.size(), random);
    const QByteArray piece = text.mid(at, upTo(longestPiece, random));
    switch (random() % 6) {
    case 0:
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ (1 << upTo(7, random)));
        break;
    case 1:
        text.remove(at, piece.size());
        break;
    case 2:
        text.insert(upTo(text.size(), random), piece);
        break;
    case 3:
        text.replace(at, piece.size(), awkward[random() % awkward.size()]);
        break;
    case 4:
        text.insert(at, awkward[random() % awkward.size()]);
        break;
    default:
        text.truncate(at);
    }
}

} // namespace

QByteArray mutated(QByteArray text, std::mt19937 &random)
{
    for (auto places = 1 + random() % 4; places > 0; --places)
        damage(text, random);
    return text;
}

} // namespace Runnerscope::Test

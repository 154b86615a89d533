// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/filtercasetexts.h"
#include "tests/support/fleettext.h"
#include "tests/support/randomfleet.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace Runnerscope::Test {

namespace {

/// The signs of comparisons, and what they mean for something that stands at \a place: -1 before, 0 in, 1 behind.
struct Sign
{
    const char *text;
    bool (*holds)(int place);
};

constexpr std::array signs{
    Sign{"<", [](int place) { return place < 0; }},
    Sign{"<=", [](int place) { return place <= 0; }},
    Sign{">", [](int place) { return place > 0; }},
    Sign{">=", [](int place) { return place >= 0; }},
};

const Sign &someSign(std::mt19937 &random)
{
    return signs[below(signs.size(), random)];
}

QString textOf(const Sign &sign)
{
    return QLatin1String(sign.text);
}

int compare(qint64 a, qint64 b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

/// Where a version stands to one that is written with all of its numbers or only with the first ones. Words::versions()
/// has them in order.
int placeOfVersion(const QString &version, const QString &line)
{
    const QStringList &order = Words::versions();
    const QStringList numbers = line.split(u'.');
    if (numbers.size() > 2)
        return compare(order.indexOf(version), order.indexOf(line));
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int place = compare(version.split(u'.')[i].toInt(), numbers[i].toInt());
        if (place != 0)
            return place;
    }
    return 0;
}

QString someVersionLine(std::mt19937 &random)
{
    const QString version = Words::versions()[static_cast<qsizetype>(below(10, random))];
    const auto numbers = static_cast<int>(1 + below(3, random));
    return numbers == 3 ? version : version.section(u'.', 0, numbers - 1);
}

TextsMeaning someVersion(const QString &text, std::function<bool(const QString &)> holds)
{
    return {text, [=](const QStringList &versions) {
                return std::any_of(versions.begin(), versions.end(), [&](const QString &version) {
                    const auto at = Words::versions().indexOf(version);
                    return at >= 0 && at < 10 && holds(version); // the first ten are versions
                });
            }};
}

/// All bits of an address as a text of 0 and 1.
QString bitsOf(const QString &address)
{
    static const QHash<QString, QString> hex{
        {QStringLiteral("fd00::7"), QStringLiteral("fd000000000000000000000000000007")},
        {QStringLiteral("fd00:1::1"), QStringLiteral("fd000001000000000000000000000001")},
        {QStringLiteral("FE80::ABCD"), QStringLiteral("fe80000000000000000000000000abcd")},
    };
    QString bits;
    if (hex.contains(address)) {
        for (const QChar digit : hex[address])
            bits += QString::number(QString(digit).toInt(nullptr, 16), 2).rightJustified(4, u'0');
        return bits;
    }
    const QStringList bytes = address.section(u':', -1).split(u'.');
    if (bytes.size() != 4)
        return {};
    for (const QString &byte : bytes)
        bits += QString::number(byte.toInt(), 2).rightJustified(8, u'0');
    return bits;
}

QString isoOf(ServerTime time)
{
    return toDateTime(time).toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
}

ValueMeaning<JudgedTime> someAge(std::mt19937 &random)
{
    struct Unit
    {
        const char *text;
        qint64 ms;
    };
    constexpr std::array units{
        Unit{"s", 1000}, Unit{"m", 60000}, Unit{"h", 3600000}, Unit{"d", 86400000}, Unit{"w", 604800000}};
    constexpr std::array numbers{0, 1, 2, 7, 30, 120};
    const auto age = [&] {
        return std::pair(numbers[below(numbers.size(), random)], units[below(units.size(), random)]);
    };
    const auto write = [](const auto &one) {
        return QString(QString::number(one.first) + QLatin1String(one.second.text));
    };
    const auto first = age();
    const auto second = age();
    const qint64 a = first.first * first.second.ms;
    const qint64 b = second.first * second.second.ms;
    const auto ageOf = [](const JudgedTime &judged) {
        return std::max<qint64>((judged.now - *judged.time).count(), 0);
    };
    if (oneIn(4, random) && a <= b)
        return {QString(u':' + write(first) + u".." + write(second)),
            [=](const JudgedTime &t) { return t.time && ageOf(t) >= a && ageOf(t) <= b; }};
    const Sign sign = someSign(random);
    return {QString(u':' + textOf(sign) + write(first)),
        [=](const JudgedTime &t) { return t.time && sign.holds(compare(ageOf(t), a)); }};
}

ValueMeaning<JudgedTime> someDate(std::mt19937 &random)
{
    constexpr std::array lengths{4, 7, 10, 16}; // year, month, day, minute
    const auto date = [&] {
        return isoOf(now - std::chrono::minutes(below(90 * 24 * 60, random)))
            .left(lengths[below(lengths.size(), random)]);
    };
    const auto place = [](const JudgedTime &t, const QString &other) {
        return QString::compare(isoOf(*t.time).left(other.size()), other);
    };
    const QString a = date();
    const QString b = date();
    if (oneIn(3, random))
        return {QString(u':' + a), [=](const JudgedTime &t) { return t.time && place(t, a) == 0; }};
    if (oneIn(3, random) && a.left(4) < b.left(4))
        return {QString(u':' + a + u".." + b),
            [=](const JudgedTime &t) { return t.time && place(t, a) >= 0 && place(t, b) <= 0; }};
    const Sign sign = someSign(random);
    return {QString(u':' + textOf(sign) + a), [=](const JudgedTime &t) { return t.time && sign.holds(place(t, a)); }};
}

} // namespace

TextsMeaning randomVersions(std::mt19937 &random)
{
    if (oneIn(4, random)) {
        const auto texts = randomTexts(Words::versions(), false, random);
        if (texts.text.startsWith(u'~') || texts.text.startsWith(QStringLiteral(":/"))
            || texts.text == QStringLiteral(":*"))
            return texts;
    }
    const QString a = someVersionLine(random);
    const QString b = someVersionLine(random);
    if (oneIn(3, random))
        return someVersion(u':' + a + u',' + b,
            [=](const QString &v) { return placeOfVersion(v, a) == 0 || placeOfVersion(v, b) == 0; });
    if (oneIn(3, random) && a.section(u'.', 0, 0).toInt() < b.section(u'.', 0, 0).toInt())
        return someVersion(u':' + a + u".." + b,
            [=](const QString &v) { return placeOfVersion(v, a) >= 0 && placeOfVersion(v, b) <= 0; });
    const Sign sign = someSign(random);
    return someVersion(u':' + textOf(sign) + a, [=](const QString &v) { return sign.holds(placeOfVersion(v, a)); });
}

TextsMeaning randomAddresses(std::mt19937 &random)
{
    const QString address = Words::addresses()[static_cast<qsizetype>(below(7, random))]; // none that is mapped
    const QString bits = bitsOf(address);
    const auto prefix = static_cast<qsizetype>(below(static_cast<std::size_t>(bits.size()) + 1, random));
    const bool single = oneIn(3, random);
    const QString wanted = single ? bits : bits.left(prefix);
    const QString network = single ? address : address + u'/' + QString::number(prefix);
    return {u':' + network, [=](const QStringList &addresses) {
                return std::any_of(addresses.begin(), addresses.end(), [&](const QString &one) {
                    const QString own = bitsOf(one);
                    return own.size() == bits.size() && own.startsWith(wanted);
                });
            }};
}

ValueMeaning<std::optional<qint64>> randomNumbers(qint64 most, std::mt19937 &random)
{
    const auto number = [&] { return static_cast<qint64>(below(static_cast<std::size_t>(most) + 1, random)); };
    const auto write = [](qint64 value) { return QString::number(value); };
    const qint64 a = number();
    const qint64 b = number();
    if (oneIn(6, random))
        return {QStringLiteral(":*"), [](const auto &value) { return value.has_value(); }};
    if (oneIn(3, random))
        return {
            QString(u':' + write(a) + u',' + write(b)), [=](const auto &value) { return value == a || value == b; }};
    if (oneIn(3, random) && a <= b)
        return {
            QString(u':' + write(a) + u".." + write(b)), [=](const auto &value) { return value >= a && value <= b; }};
    const Sign sign = someSign(random);
    return {QString(u':' + textOf(sign) + write(a)),
        [=](const auto &value) { return value && sign.holds(compare(*value, a)); }};
}

ValueMeaning<JudgedTime> randomTimes(std::mt19937 &random)
{
    if (oneIn(8, random))
        return {QStringLiteral(":*"), [](const JudgedTime &t) { return t.time.has_value(); }};
    return oneIn(3, random) ? someDate(random) : someAge(random);
}

} // namespace Runnerscope::Test

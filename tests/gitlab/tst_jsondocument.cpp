// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/jsondocument.h"
#include "tests/support/json.h"
#include "tests/support/ticks.h"

#include <QTest>

using namespace Runnerscope;
using Test::json;
using Test::ticks;
using Type = JsonValue::Type;

Q_DECLARE_METATYPE(Runnerscope::JsonValue::Type)

namespace {

JsonValue in(const JsonDocument &document, const char *key)
{
    return document.root().value(QLatin1String(key));
}

/// What a value says of itself, so that Qt's own reader can be compared with ours.
QString described(JsonValue value)
{
    QStringList parts{QString::number(int(value.type())), value.toString(), QString::number(value.toInteger()),
        value.toBool() ? QStringLiteral("true") : QString()};
    for (const JsonValue element : value)
        parts.append(described(element));
    for (const auto &[key, member] : value.members())
        parts.append(key + u'=' + described(member));
    return parts.join(u'|');
}

QString described(const QJsonValue &value)
{
    const auto type = value.isNull() ? Type::Null
        : value.isBool()             ? Type::Bool
        : value.isDouble()           ? Type::Number
        : value.isString()           ? Type::String
        : value.isArray()            ? Type::Array
                                     : Type::Object;
    QStringList parts{QString::number(int(type)), value.toString(), QString::number(value.toInteger()),
        value.toBool() ? QStringLiteral("true") : QString()};
    for (const QJsonValue element : value.toArray())
        parts.append(described(element));
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        parts.append(member.key() + u'=' + described(member.value()));
    return parts.join(u'|');
}

} // namespace

class TestJsonDocument : public QObject
{
    Q_OBJECT

private slots:
    void readsAsQtDoes()
    {
        const QByteArray text = ticks("{`array`:[1,-2.0,7.5,1e3,[],{}],`bool`:true,`empty`:``,`no`:false,`null`:null,"
                                      "`number`:9007199254740993,`object`:{`a`:{`b`:[{`c`:`d`}]},`x`:0},"
                                      "`text`:`\\u00e4 \xf0\x9f\x9a\x80 \\ud83d\\ude80 \\n \\\\ end`}");
        QCOMPARE(described(json(text).root()), described(QJsonValue(QJsonDocument::fromJson(text).object())));
    }

    void whatIsNotThereIsUndefined()
    {
        const JsonDocument document = json(ticks("{`a`:[1],`t`:`x`}"));
        QVERIFY(in(document, "b").isUndefined());
        QVERIFY(in(document, "b").value(QLatin1String("c")).first().isUndefined());
        QVERIFY(in(document, "a").at(1).isUndefined() && in(document, "a").at(-1).isUndefined());
        QVERIFY(in(document, "a").value(QLatin1String("a")).isUndefined());
        QVERIFY(in(document, "t").isEmpty() && in(document, "t").begin() == in(document, "t").end());
        QCOMPARE(in(document, "a").toString(), QString());
        QCOMPARE(in(document, "t").toInt(), 0);
        QVERIFY(!document.root().contains(QLatin1String("b")) && document.root().contains(QLatin1String("a")));
    }

    void numbersThatDoNotFitAreZero()
    {
        const JsonDocument document = json(ticks("{`a`:4294967296,`b`:18446744073709551615,`c`:7.5,`d`:1e300}"));
        QCOMPARE(in(document, "a").toInt(), 0);
        QCOMPARE(in(document, "a").toInteger(), 4'294'967'296);
        for (const char *key : {"b", "c", "d"}) {
            QVERIFY(in(document, key).isNumber());
            QCOMPARE(in(document, key).toInteger(), 0);
        }
    }

    void aCopyKeepsItsValues()
    {
        JsonDocument copy;
        {
            const JsonDocument document = json(ticks("{`a`:`long enough not to be stored in place`}"));
            copy = document;
        }
        QCOMPARE(in(copy, "a").toString(), QStringLiteral("long enough not to be stored in place"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const QString bad = QStringLiteral("no valid JSON in %1 bytes");
        for (const QByteArray &text : {QByteArray(), QByteArray("{"), QByteArray("{}x"), QByteArray("[1,]"),
                 QByteArray("nul"), QByteArray("\"\xff\""), QByteArray("\"\\ud800\""), QByteArray("\"\x01\"")})
            QTest::newRow(text.toHex().constData()) << text << bad.arg(text.size());
        QTest::newRow("deep") << QByteArray(100'000, '[') + QByteArray(100'000, ']')
                              << QStringLiteral("the JSON nests too deep");
        QTest::newRow("crowded") << "[" + QByteArray("0,").repeated(2'100'000) + "0]"
                                 << QStringLiteral("the JSON holds too many values");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        const JsonDocument document = JsonDocument::parse(text, 64);
        QVERIFY(!document.isValid());
        QVERIFY(document.root().isUndefined());
        QTEST(document.problem(), "problem");
    }

    void nestsAsDeepAsAllowed()
    {
        for (const auto &[depth, valid] : {std::pair(63, true), std::pair(65, false)}) {
            const QByteArray text = QByteArray(depth, '[') + QByteArray(depth, ']');
            QCOMPARE(JsonDocument::parse(text, 64).isValid(), valid);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonDocument)
#include "tst_jsondocument.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerlist.h"
#include "tests/support/json.h"
#include "tests/support/ticks.h"

#include <QTest>

using namespace Runnerscope;
using Test::ticks;
using Kind = FetchError::Kind;

namespace {

const Kind none = Kind(-1);

constexpr auto denial = "[{`message`:`The resource that you are attempting to access does not exist or you don't have "
                        "permission to perform this action`,`path`:[`group`,`runners`]}]";
constexpr auto timeout = "[{`message`:`Timeout on CiRunner.managers`,`path`:[`group`,`runners`,`nodes`]}]";

GraphQlData answer(const QByteArray &data, const QByteArray &errors)
{
    const JsonDocument body =
        Test::json("{\"data\":" + ticks(data.constData()) + ",\"errors\":" + ticks(errors.constData()) + "}");
    return {body, body.root().value(QLatin1String("data")), body.root().value(QLatin1String("errors")), {}};
}

} // namespace

class TestRunnerList : public QObject
{
    Q_OBJECT

private slots:
    void pages_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("errors");
        QTest::addColumn<FetchError::Kind>("kind");
        const QByteArray page = "{`group`:{`runners`:{`nodes`:[],`pageInfo`:{`hasNextPage`:false}}}}";
        const QByteArray refused = "{`group`:{`runners`:null}}";
        QTest::newRow("a page") << page << QByteArray("[]") << none;
        QTest::newRow("an error elsewhere") << page << QByteArray("[{`message`:`no`,`path`:[`metadata`]}]") << none;
        QTest::newRow("a field of a row denied") << page << QByteArray(denial) << none;
        QTest::newRow("a field of a row left out") << page << QByteArray(timeout) << Kind::PartialReply;
        QTest::newRow("denied") << refused << QByteArray(denial) << Kind::Forbidden;
        QTest::newRow("denied without a word") << refused << QByteArray("[]") << Kind::Forbidden;
        QTest::newRow("no such group") << QByteArray("{`group`:null}") << QByteArray("[]") << Kind::Forbidden;
        QTest::newRow("group denied") << QByteArray("{`group`:null}") << QByteArray(denial) << Kind::Forbidden;
        QTest::newRow("left out") << refused << QByteArray(timeout) << Kind::PartialReply;
        QTest::newRow("nothing at all") << QByteArray("{}") << QByteArray("[]") << Kind::BadReply;
        QTest::newRow("no end told") << QByteArray("{`group`:{`runners`:{`nodes`:[]}}}") << QByteArray("[]")
                                     << Kind::BadReply;
        QTest::newRow("no rows") << QByteArray("{`group`:{`runners`:{`nodes`:null,`pageInfo`:{`hasNextPage`:true}}}}")
                                 << QByteArray("[]") << Kind::BadReply;
    }

    void pages()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, errors);
        const RunnerList list{
            {}, QStringLiteral("GroupRunners"), {}, {QLatin1String("group"), QLatin1String("runners")}};
        RunnerDecoder decoder(InstanceId{1});
        const auto page = pageOf(answer(data, errors), list, decoder, QStringLiteral("host"));
        const auto *error = std::get_if<FetchError>(&page);
        QTEST(error ? error->kind : none, "kind");
    }
};

QTEST_GUILESS_MAIN(TestRunnerList)
#include "tst_runnerlist.moc"

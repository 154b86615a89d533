// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterparser.h"
#include "models/rules/filter/matchingpart.h"
#include "models/rules/runnerlinks.h"
#include "tests/support/fleettext.h"

#include <QTest>

using namespace Runnerscope;

class TestRunnerLinks : public QObject
{
    Q_OBJECT

    const QString m_instance = QStringLiteral("https://git.example.com");

    static QStringList pagesOf(const std::vector<RunnerLink> &links)
    {
        QStringList pages;
        for (const RunnerLink &link : links) {
            if (!link.page.isEmpty())
                pages.append(link.page.toString());
        }
        return pages;
    }

    static QStringList filtersOf(const std::vector<RunnerLink> &links)
    {
        QStringList filters;
        for (const RunnerLink &link : links) {
            if (!link.filter.isEmpty())
                filters.append(link.filter);
        }
        return filters;
    }

    static Runner runnerOf(const QString &ownerUrl, OwnerKind kind = OwnerKind::Project)
    {
        Runner runner = Test::runner(u"7 build-7");
        runner.owner = std::make_shared<const Owner>(
            Owner{kind, 1, QStringLiteral("acme/payroll/api"), QStringLiteral("api"), {}, ownerUrl});
        return runner;
    }

private slots:
    void theOwnersPageLeadsToTheRunner()
    {
        const Runner runner = runnerOf(QStringLiteral("https://git.example.com/acme/api"));
        QCOMPARE(pagesOf(runnerLinks(runner, nullptr, m_instance)),
            (QStringList{QStringLiteral("https://git.example.com/acme/api/-/runners/7"),
                QStringLiteral("https://git.example.com/acme/api")}));
        RunnerDetails details;
        details.runner = runner;
        details.webUrl = QStringLiteral("https://git.example.com/admin/runners/7");
        QCOMPARE(pagesOf(runnerLinks(runner, &details, m_instance)).first(), details.webUrl);
    }

    void noPageElsewhereIsOffered()
    {
        const Runner runner = runnerOf(QStringLiteral("https://evil.example.com/acme/api"));
        QVERIFY(pagesOf(runnerLinks(runner, nullptr, m_instance)).isEmpty());
        QVERIFY(pagesOf(runnerLinks(runnerOf(m_instance + u'/'), nullptr, {})).isEmpty()); // a demo
    }

    void everyGroupAboveIsAFilterThatFindsTheRunner()
    {
        for (const OwnerKind kind : {OwnerKind::Project, OwnerKind::Group}) {
            Runner runner = runnerOf({}, OwnerKind::Project);
            auto owner = std::make_shared<Owner>(*runner.owner);
            owner->kind = kind;
            runner.owner = owner;
            Fleet fleet = Test::fleet(u"7 build-7");
            fleet.rows.front().runner = std::make_shared<const Runner>(runner);
            const QStringList filters = filtersOf(runnerLinks(runner, nullptr, m_instance));
            QCOMPARE(filters.size(), 3);
            for (const QString &filter : filters) {
                const auto parsed = parseFilter(filter);
                QVERIFY2(std::holds_alternative<FilterExpression>(parsed), qUtf8Printable(filter));
                const auto matched = matchingPart(fleet, std::get<FilterExpression>(parsed));
                QCOMPARE(std::get<Fleet>(matched).rows.size(), std::size_t(1));
            }
        }
    }

    void instanceRunnersHaveNoOwnerToGoTo()
    {
        Runner runner = Test::runner(u"7 build-7");
        runner.type = RunnerType::Instance;
        QVERIFY(filtersOf(runnerLinks(runner, nullptr, m_instance)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRunnerLinks)
#include "tst_runnerlinks.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewcounts.h"
#include "tests/support/fleettext.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

std::vector<FilterExpression> views(const std::vector<const char *> &texts)
{
    std::vector<FilterExpression> result;
    for (const char *text : texts)
        result.push_back(Test::filter(text));
    return result;
}

/// "3 0 !" with a mark for a view that cannot be counted.
QString summary(const ViewCounts &counts)
{
    QStringList texts;
    for (const ViewCount &count : counts.counts()) {
        const auto *number = std::get_if<qint64>(&count);
        texts += number ? QString::number(*number) : QStringLiteral("!");
    }
    return texts.join(u' ');
}

FleetPtr ofInstance(const FleetPtr &fleet, InstanceId instance)
{
    Fleet other = *fleet;
    other.rowsRevision = newRowsRevision();
    other.source.instance = instance;
    return shareFleet(std::move(other));
}

/// The same rows, read that much later.
FleetPtr later(const FleetPtr &fleet, std::chrono::hours hours)
{
    Fleet other = *fleet;
    for (FleetRow &row : other.rows)
        row.readAt += hours;
    return shareFleet(std::move(other));
}

} // namespace

class TestViewCounts : public QObject
{
    Q_OBJECT

    std::unique_ptr<ViewCounts> m_counts;
    std::unique_ptr<QSignalSpy> m_counted;
    const FleetPtr m_fleet = Test::fleetPtr(u"1 build-1 contact=5m tags=docker\n"
                                            u"2 build-2 contact=9d tags=docker paused\n"
                                            u"3 deploy contact=1h");

private slots:
    void init()
    {
        m_counts = std::make_unique<ViewCounts>();
        m_counted = std::make_unique<QSignalSpy>(m_counts.get(), &ViewCounts::counted);
    }

    void cleanup()
    {
        m_counted.reset();
        m_counts.reset();
    }

    void everyViewIsCountedInItsOrder()
    {
        m_counts->request(m_fleet, views({"tag:docker", "", "is:paused", "tag:none", "tag:docker"}));
        QVERIFY(m_counts->counts().empty()); // not in this thread
        QTRY_COMPARE(m_counted->count(), 1);
        QCOMPARE(summary(*m_counts), QStringLiteral("2 3 1 0 2"));
    }

    void aViewThatCannotBeCountedSaysWhy()
    {
        const auto fleet = Test::fleetPtr(QString(u"1 " + QString(40, u'a') + u"!"));
        m_counts->request(fleet, views({"name:/^(a+)+$/", "build", "a"}));
        QTRY_COMPARE(m_counted->count(), 1);
        QCOMPARE(summary(*m_counts), QStringLiteral("! 0 1"));
        QVERIFY(!std::get<FilterError>(m_counts->counts().front()).sentence.isEmpty());
    }

    void nothingNewIsNotCounted()
    {
        m_counts->request(m_fleet, views({"tag:docker"}));
        m_counts->request(m_fleet, views({"tag:docker"}));
        QTRY_COMPARE(m_counted->count(), 1);
        QVERIFY(!m_counts->isBusy());
        m_counts->request(later(m_fleet, 0h), views({"tag:docker"}));
        QVERIFY(!m_counts->isBusy());
        QCOMPARE(summary(*m_counts), QStringLiteral("2"));
    }

    void newRowsAreCounted()
    {
        m_counts->request(m_fleet, views({"tag:docker"}));
        QTRY_COMPARE(m_counted->count(), 1);
        m_counts->request(Test::fleetPtr(u"1 build-1 tags=docker"), views({"tag:docker"}));
        QCOMPARE(summary(*m_counts), QStringLiteral("2")); // the last known ones until then
        QTRY_COMPARE(m_counted->count(), 2);
        QCOMPARE(summary(*m_counts), QStringLiteral("1"));
    }

    void countsThatStayAreNoNews()
    {
        m_counts->request(m_fleet, views({"tag:docker"}));
        QTRY_COMPARE(m_counted->count(), 1);
        m_counts->request(Test::fleetPtr(u"4 a tags=docker\n5 b tags=docker"), views({"tag:docker"}));
        QVERIFY(m_counts->isBusy());
        QTRY_VERIFY(!m_counts->isBusy());
        QCOMPARE(m_counted->count(), 1);
    }

    void onlyNewViewsAreCounted()
    {
        m_counts->request(m_fleet, views({"is:online", "contact:>2h"}));
        QTRY_COMPARE(m_counted->count(), 1);
        QCOMPARE(summary(*m_counts), QStringLiteral("2 1"));
        m_counts->request(later(m_fleet, 5h), views({"contact:>3h", "contact:>2h"}));
        QVERIFY(m_counts->counts().empty());
        QTRY_COMPARE(m_counted->count(), 2);
        QCOMPARE(summary(*m_counts), QStringLiteral("3 1"));
    }

    void onlyTheNewestRequestIsAnswered()
    {
        for (const char *text : {"a", "b", "tag:docker", "is:paused"})
            m_counts->request(m_fleet, views({text}));
        m_counts->request(m_fleet, views({"tag:docker", "deploy"}));
        QTRY_COMPARE(m_counted->count(), 1);
        QCOMPARE(summary(*m_counts), QStringLiteral("2 1"));
        QTRY_VERIFY(!m_counts->isBusy());
        QCOMPARE(m_counted->count(), 1);
    }

    void countsOfAnotherInstanceAreNeverShown()
    {
        m_counts->request(ofInstance(m_fleet, InstanceId(1)), views({"tag:docker"}));
        QTRY_COMPARE(m_counted->count(), 1);
        const auto other = Test::fleetPtr(u"1 build-1 tags=docker");
        m_counts->request(ofInstance(m_fleet, InstanceId(1)), views({"tag:docker"}));
        m_counts->request(ofInstance(other, InstanceId(2)), views({"tag:docker"}));
        QVERIFY(m_counts->counts().empty());
        QTRY_COMPARE(m_counted->count(), 2);
        QCOMPARE(summary(*m_counts), QStringLiteral("1"));
    }

    void withoutViewsThereIsNothingToSay()
    {
        m_counts->request(m_fleet, views({"tag:docker"}));
        QTRY_COMPARE(m_counted->count(), 1);
        m_counts->request(m_fleet, {});
        QVERIFY(m_counts->counts().empty());
        QTRY_VERIFY(!m_counts->isBusy());
        QCOMPARE(m_counted->count(), 1);
    }

    void itMayGoWhileItCounts()
    {
        m_counts->request(m_fleet, views({"tag:docker"}));
        m_counted.reset();
        m_counts.reset();
        QThreadPool::globalInstance()->waitForDone();
    }
};

QTEST_GUILESS_MAIN(TestViewCounts)
#include "tst_viewcounts.moc"

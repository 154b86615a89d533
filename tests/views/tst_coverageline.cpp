// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/coverageline.h"

#include "tests/support/saidtext.h"
#include "views/panels/popuptext.h"

#include <QTest>
#include <QToolButton>

using namespace Runnerscope;

namespace {

Coverage twoParts()
{
    Coverage coverage;
    coverage.parts = {{FleetPart::Kind::GroupRunners, QStringLiteral("acme/<b>a"), FleetPart::State::Whole},
        {FleetPart::Kind::ProjectRunners, QStringLiteral("x/y"), FleetPart::State::Refused}};
    return coverage;
}

} // namespace

class TestCoverageLine : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatTheFleetHolds()
    {
        CoverageLine line;
        line.setCoverage({}, {});
        QVERIFY(line.isHidden()); // nothing is known
        line.setCoverage(twoParts(), {});
        QVERIFY(line.isVisible());
        QVERIFY(Test::says(line, QStringLiteral("Runners of the group acme/<b>a.")));
        QVERIFY(Test::says(line, QStringLiteral("an administrator sees all")));
        line.setCoverage({}, {});
        QVERIFY(line.isHidden());
    }

    void theReasonsStandBehindAButton()
    {
        CoverageLine line;
        Access access;
        access.user.username = QStringLiteral("anna");
        access.user.name = QStringLiteral("Anna");
        access.role = Role::Member;
        line.setCoverage(twoParts(), access);
        line.resize(600, 30);
        QTest::mouseClick(line.findChild<QToolButton *>(), Qt::LeftButton);
        auto *popup = line.findChild<PopupText *>();
        QVERIFY(popup && popup->isVisible());
        QVERIFY(Test::says(*popup, QStringLiteral("Not shown to you by the server: the project x/y.")));
        QVERIFY(Test::says(*popup, QStringLiteral("Signed in as Anna (@anna).")));
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!line.findChild<PopupText *>());
    }

    void longNamesAskForNoWidth()
    {
        CoverageLine line;
        Coverage coverage = twoParts();
        coverage.parts.front().fullPath = QString(1000, u'W');
        line.setCoverage(coverage, {});
        QVERIFY(line.minimumSizeHint().width() < 200);
    }
};

QTEST_MAIN(TestCoverageLine)
#include "tst_coverageline.moc"

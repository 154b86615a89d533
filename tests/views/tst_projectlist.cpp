// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/saidtext.h"
#include "views/panels/projectlist.h"
#include "views/widgets/textblock.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Runnerscope;

class TestProjectList : public QObject
{
    Q_OBJECT

    const RunnerId m_runner{InstanceId{1}, 7};
    std::unique_ptr<ProjectList> m_list;
    std::unique_ptr<QSignalSpy> m_wanted;

    ProjectsQuestion asked() const { return m_wanted->last().first().value<ProjectsQuestion>(); }
    QString paths() const { return m_list->findChild<TextBlock *>()->toPlainText(); }
    QToolButton *more() const { return m_list->findChild<QToolButton *>(QStringLiteral("moreProjects")); }
    QLineEdit *search() const { return m_list->findChild<QLineEdit *>(QStringLiteral("projectSearch")); }

    static ProjectsPage pageOf(std::initializer_list<const char *> paths, int matching, const QString &next = {})
    {
        ProjectsPage page;
        for (const char *path : paths)
            page.projects.push_back({1, QString::fromUtf8(path), {}, {}});
        page.matching = matching;
        page.next = next;
        return page;
    }

private slots:
    void init()
    {
        m_list = std::make_unique<ProjectList>();
        m_list->show();
        m_wanted = std::make_unique<QSignalSpy>(m_list.get(), &ProjectList::wanted);
    }

    void cleanup() { m_list.reset(); }

    void pagesFollowEachOther()
    {
        m_list->start(m_runner, 40);
        QCOMPARE(asked(), (ProjectsQuestion{m_runner, {}, {}}));
        m_list->showPage(asked(), pageOf({"a/b", "a/<b>c</b>"}, 38, QStringLiteral("x")));
        QCOMPARE(paths(), QStringLiteral("a/b\na/<b>c</b>"));
        QVERIFY(more()->isVisible());
        more()->click();
        QCOMPARE(asked().after, QStringLiteral("x"));
        m_list->showPage(asked(), pageOf({"a/d"}, 38));
        QCOMPARE(paths(), QStringLiteral("a/b\na/<b>c</b>\na/d"));
        QVERIFY(!more()->isVisible());
        QVERIFY(Test::says(*m_list,
            QStringLiteral("3 of 40 shown; the others are projects that you may not see, or "
                           "further down")));
    }

    void searchNeedsThreeLetters()
    {
        m_list->start(m_runner, 40);
        m_list->showPage(asked(), pageOf({"a/b"}, 40));
        m_wanted->clear();
        QTest::keyClicks(search(), QStringLiteral("ap"));
        QTRY_VERIFY(Test::says(*m_list, QStringLiteral("Three letters are needed to search.")));
        QCOMPARE(m_wanted->count(), 0);
        QTest::keyClicks(search(), QStringLiteral("i"));
        QTRY_COMPARE(m_wanted->count(), 1);
        QCOMPARE(asked(), (ProjectsQuestion{m_runner, QStringLiteral("api"), {}}));
        m_list->showPage(asked(), pageOf({"a/api"}, 1));
        QCOMPARE(paths(), QStringLiteral("a/api"));
    }

    void lateAnswersAreDropped()
    {
        m_list->start(m_runner, 40);
        const ProjectsQuestion before = asked();
        m_list->start({InstanceId{1}, 8}, 1);
        m_list->showPage(before, pageOf({"late"}, 1));
        QVERIFY(paths().isEmpty());
        QVERIFY(!search()->isVisible()); // one project needs no search
    }

    void troubleIsSaidInPlace()
    {
        m_list->start(m_runner, 40);
        m_list->showTrouble(asked(), {QStringLiteral("It broke."), QStringLiteral("Mend it.")});
        QVERIFY(Test::says(*m_list, QStringLiteral("It broke. Mend it.")));
    }
};

QTEST_MAIN(TestProjectList)
#include "tst_projectlist.moc"

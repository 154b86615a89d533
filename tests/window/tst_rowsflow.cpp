// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"
#include "app/window/rowsflow.h"
#include "tests/support/fleettext.h"
#include "views/pages/runnerspage.h"
#include "views/panels/messagebar.h"
#include "views/tables/runnertableview.h"

#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Runnerscope;

class TestRowsFlow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<RunnerTableModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    RowsFlow *m_flow = nullptr;

    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void show(const FleetPtr &fleet)
    {
        QSignalSpy refreshed(m_model.get(), &RunnerTableModel::refreshed);
        m_model->setFleet(fleet);
        QTRY_COMPARE(refreshed.count(), 1);
    }

    QString copied(RowsFormat format)
    {
        QSignalSpy done(m_flow, &RowsFlow::copied);
        m_flow->copy(format);
        return QTest::qWaitFor([&done] { return done.count() == 1; }) ? QGuiApplication::clipboard()->text()
                                                                      : QString();
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void showOnly(std::initializer_list<RunnerColumn> columns)
    {
        for (int column = 0; column < m_model->columnCount() - 1; ++column)
            m_window->runnersPage().table().setColumnShown(static_cast<RunnerColumn>(column), false);
        for (const RunnerColumn column : columns)
            m_window->runnersPage().table().setColumnShown(column, true);
    }

private slots:
    void init()
    {
        m_model = std::make_unique<RunnerTableModel>();
        m_window = std::make_unique<MainWindow>(*m_model);
        m_flow = new RowsFlow(*m_model, *m_window);
        show(Test::fleetPtr(u"1 build-1 contact=1m group=acme\n2 build-2 contact=3h paused group=acme\n3 other"));
        showOnly({RunnerColumn::Status, RunnerColumn::Name, RunnerColumn::Jobs});
    }

    void cleanup()
    {
        m_window.reset();
        m_model.reset();
    }

    void whatIsShownIsCopied()
    {
        QCOMPARE(copied(RowsFormat::Text).section(u'\n', 0, 2),
            QStringLiteral("Status\tName\tJobs\nonline\tbuild-1\t\noffline, paused\tbuild-2\t"));
        m_model->setChecked(1, 1, true);
        QCOMPARE(copied(RowsFormat::Text), QStringLiteral("Status\tName\tJobs\noffline, paused\tbuild-2\t\n"));
    }

    void theRowThatIsChosenIsCopiedWhenNoneIsSelected()
    {
        QVERIFY(m_window->runnersPage().table().selectRunner({InstanceId{1}, 3}));
        QCOMPARE(copied(RowsFormat::Text).section(u'\n', 1), QStringLiteral("stale\tother\t\n"));
    }

    void textsOfRunnersAreNoMarkupAndNoFormula()
    {
        Fleet fleet = Test::fleet(u"1 x");
        Runner hostile = *fleet.rows.front().runner;
        hostile.description = QStringLiteral("=1|a*b* <b>[x](y)\nz\tt");
        fleet.rows.front().runner = std::make_shared<const Runner>(hostile);
        fleet.rowsRevision = newRowsRevision();
        show(shareFleet(fleet));
        showOnly({RunnerColumn::Name});
        QCOMPARE(copied(RowsFormat::Text), QStringLiteral("Name\n=1|a*b* <b>[x](y) z t\n"));
        QCOMPARE(copied(RowsFormat::Markdown),
            QStringLiteral("| Name |\n| --- |\n| =1\\|a\\*b\\* \\<b\\>\\[x\\]\\(y\\) z t |\n"));
        QCOMPARE(copied(RowsFormat::Csv), QStringLiteral("Name\r\n'=1|a*b* <b>[x](y) z t\r\n"));
    }

    void theTableIsExported()
    {
        QSignalSpy exported(m_flow, &RowsFlow::exported);
        m_flow->exportTo(file("all.csv"));
        QTRY_COMPARE(exported.count(), 1);
        QCOMPARE(contentOf(file("all.csv")).count("\r\n"), 4);

        m_model->setChecked(0, 0, true);
        m_flow->exportTo(file("one.json"));
        QTRY_COMPARE(exported.count(), 2);
        QCOMPARE(exported.last().first().toInt(), 1);
        const QJsonArray runners = QJsonDocument::fromJson(contentOf(file("one.json"))).array();
        QCOMPARE(runners.size(), 1);
        QCOMPARE(runners.first().toObject().value(QLatin1String("description")).toString(), QStringLiteral("build-1"));
    }

    void rowsOutOfSightAreNeitherSelectedNorCopied()
    {
        RunnersPage &page = m_window->runnersPage();
        page.showView(RunnersPage::View::Hosts);
        m_window->actions()[Actions::Id::SelectAll].trigger();
        QVERIFY(m_model->selection().isEmpty());
        QVERIFY(!m_window->actions()[Actions::Id::CopyText].isEnabled());
        page.showView(RunnersPage::View::Runners);
        m_window->actions()[Actions::Id::SelectAll].trigger();
        QCOMPARE(m_model->selection().size(), std::size_t(3));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        QSignalSpy exported(m_flow, &RowsFlow::exported);
        m_flow->exportTo(file("nowhere/all.csv"));
        const auto *bar = m_window->findChild<MessageBar *>();
        QTRY_VERIFY(!bar->isHidden());
        QCOMPARE(exported.count(), 0);
    }
};

QTEST_MAIN(TestRowsFlow)
#include "tst_rowsflow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every kind of trouble on the way, at every moment: it is called by its name, nothing that was read is lost, and when
// it is over the fleet is whole again.
#include "models/rules/errorwording.h"
#include "tests/gitlab/watchedservice.h"
#include "tests/support/ticks.h"

#include <QFile>
#include <QTest>

#include <memory>

using namespace Runnerscope;
using Test::calmRhythm;
using Test::connectionTo;
using Test::ticks;
using Watched = Test::WatchedService;
using namespace std::chrono_literals;
using Kind = FetchError::Kind;

namespace {

constexpr std::size_t runners = 350;

struct Fault
{
    const char *name;
    const char *json;
    Kind kind;
    bool late = false; ///< it shows by patience that runs out
    const char *host = "127.0.0.1";
};

const Fault faults[] = {
    {"closed", "`kind`:`close`", Kind::ConnectionLost},
    {"cut", "`kind`:`cut`", Kind::ConnectionLost},
    {"truncated", "`kind`:`truncated`", Kind::BadReply},
    {"late", "`kind`:`delay`,`milliseconds`:20000", Kind::TimedOut, true},
    {"trickle", "`kind`:`slow-trickle`,`bytes`:1,`milliseconds`:100", Kind::TimedOut, true},
    {"busy", "`kind`:`status`,`status`:429,`retryAfter`:1", Kind::RateLimited},
    {"error of its own", "`kind`:`status`,`status`:500", Kind::ServerTrouble},
    {"bad gateway", "`kind`:`status`,`status`:502", Kind::ServerTrouble},
    {"unavailable", "`kind`:`status`,`status`:503,`retryAfter`:1", Kind::ServerTrouble},
    {"captive network", "`kind`:`status`,`status`:511", Kind::ProxyTrouble},
    {"login page", "`kind`:`html`", Kind::SignInPage},
    {"sign-in", "`kind`:`redirect`", Kind::SignInPage},
    {"elsewhere", "`kind`:`redirect`,`status`:307,`location`:`https://elsewhere.invalid/api/graphql`",
        Kind::RedirectedElsewhere, false, "elsewhere.invalid"},
    {"unauthorized", "`kind`:`status`,`status`:401,`body`:`{}`,`contentType`:`application/json`", Kind::Unauthorized},
    {"blocked", "`kind`:`status`,`status`:403,`body`:`no`", Kind::ApiBlocked},
    {"forbidden",
        "`kind`:`status`,`status`:403,`contentType`:`application/json`,`body`:`{\\`message\\`:\\`403 Forbidden\\`}`",
        Kind::Forbidden},
    {"no GitLab", "`kind`:`status`,`status`:404,`body`:`nothing here`", Kind::NotGitLab},
    {"refused", "`kind`:`status`,`status`:422,`body`:`{}`,`contentType`:`application/json`", Kind::RequestRefused},
    {"without its data",
        "`kind`:`status`,`status`:200,`contentType`:`application/json`,"
        "`body`:`{\\`data\\`:{\\`runners\\`:null,\\`runner\\`:null,\\`currentUser\\`:null},"
        "\\`errors\\`:[{\\`message\\`:\\`Timeout\\`}]}`",
        Kind::PartialReply},
    {"bad JSON", "`kind`:`bad-json`", Kind::BadReply},
    {"other JSON", "`kind`:`wrong-json`", Kind::BadReply},
    {"deep JSON", "`kind`:`deep-json`", Kind::BadReply},
    {"huge JSON", "`kind`:`huge-json`", Kind::ReplyTooLarge},
    {"endless", "`kind`:`endless`", Kind::ReplyTooLarge},
};

/// Only somebody who gives another token, or mends the account, ends these.
bool wantsPerson(Kind kind)
{
    return kind == Kind::Unauthorized || kind == Kind::ApiBlocked || kind == Kind::ScopeMissing;
}

void checkWords(const FetchError &error, const Fault &fault)
{
    QCOMPARE(static_cast<int>(error.kind), static_cast<int>(fault.kind));
    for (const Retry retry : {Retry::ByItself, Retry::Never}) {
        const ErrorWords words = explain(error, retry);
        QVERIFY2(words.sentence.contains(QLatin1String(fault.host)), qUtf8Printable(words.sentence));
        QVERIFY(!words.remedy.isEmpty());
        QVERIFY(!QString(words.sentence + words.remedy).contains(QStringLiteral("glpat")));
    }
}

Rhythm rhythmFor(bool late)
{
    Rhythm rhythm = calmRhythm();
    rhythm.patience = late ? 400ms : 60s; // an endless body takes a while to be too large
    return rhythm;
}

} // namespace

class TestFaultMatrix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_simulator =
            std::make_unique<Test::Simulator>(QStringList{QStringLiteral("--runners"), QString::number(runners),
                QStringLiteral("--frozen"), QStringLiteral("--rate-limit"), QStringLiteral("1000000")});
        QVERIFY(m_simulator->isRunning());
        Watched watched(connectionTo(*m_simulator));
        watched.service.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.finished.count(), 1, 30000);
        m_pages = m_simulator->asked(QStringLiteral("AllRunners"));
        QVERIFY(m_pages >= 4);
    }

    void init() { m_simulator->setFaults("[]"); }

    void connecting_data() { everyFault(); }
    void connecting() { breakFirstRead(ticks("`match`:`ServerInfo`"), 0); }

    void firstPage_data() { everyFault(); }
    void firstPage() { breakFirstRead(ticks("`match`:`AllRunners`"), 0); }

    void middlePage_data() { everyFault(); }
    void middlePage() { breakFirstRead(ticks("`match`:`AllRunners`,`after`:3"), 1); }

    void lastPage_data() { everyFault(); }
    void lastPage()
    {
        const QByteArray where = ticks("`match`:`AllRunners`,`after`:") + QByteArray::number(m_pages - 1);
        breakFirstRead(where, runners / 2);
    }

    void refreshing_data() { everyFault(); }
    void refreshing()
    {
        QFETCH(int, fault);
        Watched &watched = loaded(faults[fault].late);
        breakWith(faults[fault], ticks("`match`:`AllRunners`,`after`:1"));
        const auto failures = watched.failed.count();
        watched.service.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() > failures, 60000);
        checkWords(watched.error(), faults[fault]);
        checkRecovery(watched, faults[fault]);
    }

    void lookingForNews_data() { everyFault(); }
    void lookingForNews()
    {
        QFETCH(int, fault);
        Rhythm rhythm = rhythmFor(faults[fault].late);
        rhythm.newsEvery = 10ms;
        Watched watched(connectionTo(*m_simulator), rhythm);
        watched.service.setPace(FleetPace::Stopped);
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() >= 1, 30000);
        const auto failures = watched.failed.count();
        breakWith(faults[fault], ticks("`match`:`AllRunners`,`after`:1"));
        watched.service.setPace(FleetPace::Usual);
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() > failures, 60000);
        checkWords(watched.error(), faults[fault]);
        checkRecovery(watched, faults[fault]);
    }

    void details_data() { everyFault(); }
    void details()
    {
        QFETCH(int, fault);
        Watched &watched = loaded(faults[fault].late);
        const int snapshots = watched.snapshots;
        breakWith(faults[fault], ticks("`match`:`RunnerDetails`"));
        const RunnerId id = watched.fleet->rows.front().runner->id;
        const QFuture<RunnerAnswer> broken = watched.service.readRunner(id);
        QTRY_VERIFY_WITH_TIMEOUT(broken.isFinished(), 60000);
        const RunnerAnswer answer = broken.result();
        const auto *error = std::get_if<FetchError>(&answer);
        QVERIFY(error);
        checkWords(*error, faults[fault]);
        m_simulator->setFaults("[]");
        const QFuture<RunnerAnswer> again = watched.service.readRunner(id);
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), 30000);
        QVERIFY(std::get<std::optional<RunnerDetails>>(again.result()));
        QCOMPARE(watched.snapshots, snapshots); // the fleet is none of its business
    }

    /// After all bodies that are huge or have no end.
    void tookLittleMemory()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            QSKIP("There is no /proc.");
        const QByteArray text = status.readAll();
        const qint64 peak = text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toLongLong();
        QVERIFY(peak > 0);
        QVERIFY2(peak < 1'000'000, QByteArray::number(peak).constData()); // with room for sanitizers
    }

private:
    static void everyFault()
    {
        QTest::addColumn<int>("fault");
        for (std::size_t i = 0; i < std::size(faults); ++i)
            QTest::newRow(faults[i].name) << static_cast<int>(i);
    }

    void breakWith(const Fault &fault, const QByteArray &where)
    {
        m_simulator->setFaults("[{" + ticks(fault.json) + ',' + where + "}]");
    }

    /// Until the fault ends nothing works; \a least rows are there by then.
    void breakFirstRead(const QByteArray &where, std::size_t least)
    {
        QFETCH(int, fault);
        breakWith(faults[fault], where);
        Watched watched(connectionTo(*m_simulator), rhythmFor(faults[fault].late));
        watched.service.start();
        QTRY_VERIFY_WITH_TIMEOUT(watched.failed.count() >= 1, 60000);
        checkWords(watched.error(), faults[fault]);
        QTRY_VERIFY_WITH_TIMEOUT(watched.rows() >= least, 30000);
        QVERIFY(watched.rows() < runners || watched.fleet->coverage.kind == Coverage::Kind::Partial);
        QCOMPARE(watched.finished.count(), 0);
        checkRecovery(watched, faults[fault]);
    }

    /// After the end of the fault: by itself where that is possible, else when a person asks for it.
    void checkRecovery(Watched &watched, const Fault &fault)
    {
        const bool wasWhole = watched.fleet && watched.fleet->coverage.kind == Coverage::Kind::Whole;
        const bool byItself = isTransient(fault.kind) || (wasWhole && !wantsPerson(fault.kind));
        const auto finished = watched.finished.count();
        m_simulator->setFaults("[]");
        if (!byItself) {
            QCOMPARE(watched.phase(), FleetProgress::Phase::Idle);
            watched.service.refresh();
        }
        QTRY_VERIFY_WITH_TIMEOUT(watched.finished.count() > finished, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(watched.phase(), FleetProgress::Phase::Idle, 30000);
        QCOMPARE(watched.rows(), runners);
        QCOMPARE(watched.fleet->coverage.kind, Coverage::Kind::Whole);
        QVERIFY(watched.removed.empty()); // at no time
        QVERIFY(watched.deltasAddUp());
    }

    /// A service that has read the fleet, for all rows of the table.
    Watched &loaded(bool late)
    {
        std::unique_ptr<Watched> &watched = late ? m_hasty : m_patient;
        if (!watched) {
            watched = std::make_unique<Watched>(connectionTo(*m_simulator), rhythmFor(late));
            watched->service.start();
            (void)QTest::qWaitFor([&watched] { return watched->finished.count() >= 1; }, 20000);
        }
        return *watched;
    }

    std::unique_ptr<Test::Simulator> m_simulator;
    std::unique_ptr<Watched> m_patient;
    std::unique_ptr<Watched> m_hasty;
    int m_pages = 0; ///< requests for one walk
};

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"

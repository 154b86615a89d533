// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages of the queue and of the jobs, with much to show.
//
//   bench_pages [file]
//
// How long it takes from asking for a span until its chart is painted, and until its waiting times are in the table,
// from a file that bench_queue has made (bench_queue 45 900 FILE); beside it the same without a file, which is what
// widgets and threads cost by themselves. Then how long 50,000 jobs take to arrive among 100,000 runners, for the
// first time and again, and how many ms the GUI thread is busy in one go meanwhile.
#include "app/fleet/fleetthread.h"
#include "app/fleet/queuereading.h"
#include "app/store/fleetstore.h"
#include "app/window/queueasking.h"
#include "tests/bench/eventmeter.h"
#include "tests/bench/jobload.h"
#include "views/pages/jobspage.h"
#include "views/pages/queuepage.h"
#include "views/theme/themecontroller.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Runnerscope;
using namespace Runnerscope::Bench;
using namespace std::chrono_literals;

namespace {

constexpr ServerTime end{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28)}; // as bench_queue has it
constexpr QSize windowSize(1280, 800);
constexpr int runs = 5;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// The history of one file, at the end of what bench_queue made.
class HistoryService : public FleetService
{
public:
    explicit HistoryService(QString file) :
        m_file(std::move(file))
    {
    }

protected:
    void doStart() override { }
    void doRefresh() override { }
    void doReadRunner(RunnerId, RunnerPromise promise) override { promise->finish(); }
    void doReadProjects(const ProjectsQuestion &, ProjectsPromise promise) override { promise->finish(); }
    void doReadJob(const JobReference &, JobPromise promise) override { promise->finish(); }
    void doReadQueue(const QueueQuestion &question, QueuePromise promise) override
    {
        if (m_file.isEmpty())
            return answer(promise,
                std::optional(
                    QueueHistory{{end - question.span, end}, {}, RunningPeak{1, end}, {}})); // shows the chart
        if (!m_store)
            m_store = std::make_unique<FleetStore>(m_file, InstanceId{1}, FleetStore::Access::Read);
        answer(promise, std::optional(historyIn(*m_store->queue(), question, end)));
    }

private:
    QString m_file;
    std::unique_ptr<FleetStore> m_store; ///< of the service's thread
};

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double msUntil(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void letPaint(QWidget &window)
{
    window.resize(windowSize);
    window.show();
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(500)) {
        window.update(); // the meter counts from the second paint on
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
}

/// Median and longest, and what kept the GUI thread busy longest.
struct Figures
{
    std::vector<double> ms;
    EventMeter::Busy busy;

    void add(double value, const EventMeter::Busy &next)
    {
        ms.push_back(value);
        if (next.cpu > busy.cpu)
            busy = next;
    }
    double median()
    {
        std::ranges::sort(ms);
        return ms[ms.size() / 2];
    }
};

void printRow(const QString &name, const QString &limit, Figures figures, Figures *baseline = nullptr)
{
    const auto text = [](double value) { return QString::number(value, 'f', 1).rightJustified(10); };
    out() << name.leftJustified(44) << limit.leftJustified(8) << text(figures.median()) << text(figures.ms.back())
          << (baseline ? text(baseline->median()) : QString(10, u' ')) << text(milliseconds(figures.busy.cpu)) << "  "
          << figures.busy.what << Qt::endl;
}

/// The page of a queue, with the history of \a file behind it.
class HistoryWindow
{
public:
    HistoryWindow(EventMeter &application, const QString &file) :
        m_application(application),
        m_thread(std::make_unique<HistoryService>(file)),
        m_asking(m_page)
    {
        QObject::connect(&m_asking, &QueueAsking::asked, &m_asking, [this](const QueueQuestion &question) {
            const QFuture<QueueAnswer> answer = m_thread.service().readQueue(question);
            m_asking.await(question, answer); // hears of it first
            auto *watcher = new QFutureWatcher<QueueAnswer>(&m_asking);
            QObject::connect(watcher, &QFutureWatcherBase::finished, &m_asking, [this] { ++m_arrived; });
            watcher->setFuture(answer);
            ++m_asked;
        });
        letPaint(m_page);
        msUntil([this] { return isIdle(); });
    }

    /// Until the chart of \a span is painted; then until all is there.
    void measure(std::chrono::hours span, Figures &chart, Figures &all)
    {
        QElapsedTimer timer;
        m_application.takeLongest();
        m_asked = m_arrived = 0;
        timer.start();
        QTimer::singleShot(0, &m_page, [this, span] { m_page.chooseSpan(span); });
        msUntil([this] { return m_arrived > 0; });
        bool painted = false;
        QTimer::singleShot(0, &m_page, [this, &painted] {
            m_page.repaint(); // at once, with all that changed
            painted = true;
        });
        msUntil([&painted] { return painted; });
        chart.add(static_cast<double>(timer.nsecsElapsed()) / 1e6, m_application.takeLongest());
        msUntil([this] { return isIdle(); });
        all.add(static_cast<double>(timer.nsecsElapsed()) / 1e6, m_application.takeLongest());
    }

    void chooseKind(FacetKind kind)
    {
        m_page.chooseKind(kind);
        msUntil([this] { return isIdle(); });
    }

private:
    bool isIdle() const { return m_arrived == m_asked; }

    EventMeter &m_application;
    FleetThread m_thread;
    QueuePage m_page;
    QueueAsking m_asking;
    int m_asked = 0;
    int m_arrived = 0;
};

void measureCharts(EventMeter &application, const QString &file)
{
    struct Span
    {
        const char *name;
        std::chrono::hours length;
    };
    constexpr Span spans[] = {
        {"3 h", 3h}, {"a day", 24h}, {"a week", 7 * 24h}, {"a month", 31 * 24h}, {"a year", 365 * 24h}};
    constexpr std::pair<const char *, FacetKind> kinds[] = {{"total", FacetKind::All},
        {"by tag set", FacetKind::TagSet}, {"by group", FacetKind::Group}, {"by project", FacetKind::Project},
        {"by runner", FacetKind::Runner}};
    HistoryWindow filled(application, file);
    HistoryWindow empty(application, {});
    for (const Span span : spans) {
        for (const auto &[kindName, kind] : kinds) {
            filled.chooseKind(kind);
            empty.chooseKind(kind);
            Figures chart, all, emptyChart, emptyAll;
            for (int run = 0; run < runs; ++run) {
                filled.measure(span.length, chart, all);
                empty.measure(span.length, emptyChart, emptyAll);
            }
            const QString name = QStringLiteral("%1 of %2").arg(QLatin1String(span.name), QLatin1String(kindName));
            printRow(QStringLiteral("chart, ") + name, QStringLiteral("100"), chart, &emptyChart);
            printRow(QStringLiteral("  and waiting times"), {}, all, &emptyAll);
        }
    }
}

JobListPtr listOf(const JobVerdictInput &load)
{
    auto list = std::make_shared<JobList>();
    list->readAt = load.fleet->rows.front().readAt;
    list->jobs = load.jobs;
    std::ranges::sort(list->jobs, std::ranges::greater(), [](const JobPtr &job) { return job->id; });
    list->pending = list->running = {JobListReach::Kind::Whole, {}};
    return list;
}

void measureJobs(EventMeter &application)
{
    const JobLoad &load = *std::ranges::find(jobLoads, 50'000, &JobLoad::jobs);
    const JobVerdictInput input = jobLoad(load);
    JobsPage page;
    page.setFleet(input.fleet);
    letPaint(page);
    Figures first, again;
    for (int run = 0; run < runs; ++run) {
        const JobListPtr list = listOf(input);
        application.takeLongest();
        bool arrived = false;
        QTimer::singleShot(0, &page, [&] {
            page.setJobs(list);
            arrived = true;
        });
        const double ms = msUntil([&] { return arrived && page.model().isUpToDate(); });
        (run == 0 ? first : again).add(ms, application.takeLongest());
    }
    printRow(QStringLiteral("%1 jobs, %2 runners").arg(load.jobs).arg(load.runners), QStringLiteral("2000"), first);
    printRow(QStringLiteral("  the same list again"), {}, again);
}

} // namespace

int main(int argc, char **argv)
{
    EventMeter application(argc, argv);
    const ThemeController theme(application);
    const QString file = QCoreApplication::arguments().value(1);
    out() << QStringLiteral("ms").leftJustified(44) << "limit       median   longest  baseline  GUI busy in one go (16)"
          << Qt::endl;
    if (!file.isEmpty())
        measureCharts(application, file);
    measureJobs(application);
    return 0;
}

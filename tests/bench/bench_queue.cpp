// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the history of a queue costs: a year of looks, each with 200 tag sets, 300 projects, 100 groups and 300
// runners, most of which have jobs at any time, and 50,000 waits a day.
//
//   bench_queue [days [seconds [file]]]
//
// The last \a days are looked at every 15 s; those before, to be done in minutes, every \a seconds (900). They end in
// points of an hour either way, with the same facets in them; 365 days are the whole truth and take an hour.
// A \a file that is there already is read only, else it is made and stays.
// Baseline: the same samples, a row for each facet with jobs; of waits every hour and day decoded. Exit code 1: the
// file is larger than the limit.
#include "app/store/fleetstore.h"
#include "models/rules/queue/queuelines.h"
#include "models/rules/queue/waitpercentiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <random>
#include <vector>

using namespace Runnerscope;
using namespace std::chrono_literals;

namespace {

constexpr InstanceId instance{1};
constexpr ServerTime end{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28)};
constexpr int waitsADay = 50'000;
constexpr double mostMegabytes = 200;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void printRow(const QString &name, double measured, const QString &beside = {})
{
    out() << name.leftJustified(58) << QString::number(measured, 'f', 2).rightJustified(10) << beside.rightJustified(14)
          << Qt::endl;
}

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// A queue that goes through days and nights. With each look one facet in ten has other jobs.
class Traffic
{
public:
    Traffic()
    {
        const auto add = [this](FacetKind kind, int count, const QString &pattern) {
            for (int i = 0; i < count; ++i)
                m_facets.push_back({{kind, pattern.arg(i)}, {}});
        };
        add(FacetKind::TagSet, 200, QStringLiteral("docker,linux,team-%1"));
        add(FacetKind::Group, 100, QStringLiteral("acme/team-%1"));
        add(FacetKind::Project, 300, QStringLiteral("acme/team/project-%1"));
        add(FacetKind::Runner, 300, QStringLiteral("%1"));
        std::ranges::sort(m_facets, {}, &FacetDepth::facet);
        for (FacetDepth &facet : m_facets)
            renew(facet, end - 365 * 24h);
    }

    QueueSample at(ServerTime moment, std::chrono::milliseconds interval)
    {
        const double share = std::min(1.0, 0.1 * static_cast<double>(interval / 1s) / 15);
        QueueSample sample;
        sample.moment = moment;
        sample.interval = interval;
        for (FacetDepth &facet : m_facets) {
            if (static_cast<double>(m_random() % 1000) < share * 1000)
                renew(facet, moment);
            if (facet.depth.isEmpty())
                continue;
            sample.facets.push_back(facet);
            if (facet.facet.kind != FacetKind::Project)
                continue;
            sample.all.pending += facet.depth.pending;
            sample.all.running += facet.depth.running;
        }
        sample.all.oldestQueuedAt = moment - 20min;
        return sample;
    }

    JobWait wait(qint64 job, ServerTime started)
    {
        const auto length = static_cast<qint64>(1000 * std::min(80'000.0, m_waits(m_random)));
        const auto project = static_cast<int>(std::pow(static_cast<double>(m_random() % 1000) / 1000, 2) * 300);
        return {{instance, job}, started - std::chrono::milliseconds(length), started,
            QStringLiteral("docker,linux,team-%1").arg(m_random() % 200),
            QStringLiteral("acme/team-%1/project-%2").arg(project % 100).arg(project),
            RunnerId{instance, static_cast<qint64>(m_random() % 1000)}, static_cast<qint64>(m_random() % 3000)};
    }

private:
    void renew(FacetDepth &facet, ServerTime moment)
    {
        const bool isRunner = facet.facet.kind == FacetKind::Runner;
        const bool isDay = (moment.time_since_epoch() / 1h) % 24 >= 8;
        facet.depth = {};
        if (!isRunner && m_random() % 3 == 0) {
            facet.depth.pending = static_cast<qint64>(m_random() % (isDay ? 30 : 5));
            facet.depth.oldestQueuedAt = moment - std::chrono::milliseconds(m_random() % 1'800'000);
        }
        facet.depth.running = static_cast<qint64>(m_random() % (isRunner ? 3 : isDay ? 20 : 4));
    }

    std::mt19937 m_random{2028};
    std::lognormal_distribution<double> m_waits{3, 1.5};
    std::vector<FacetDepth> m_facets;
};

struct Cost
{
    std::vector<double> appends; ///< ms of CPU and disk, until the sample stands in the file
    std::vector<double> turns; ///< ms of those that only thin
    qint64 looks = 0;
};

void appendOne(QueueStore &queue, Cost &cost, QueueSample sample, std::vector<JobWait> waits)
{
    bool first = true;
    std::vector<QueueSample> samples;
    samples.push_back(std::move(sample));
    queue.append(std::move(samples), std::move(waits));
    while (queue.isKeeping()) {
        const double ms = msOf([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); });
        (first ? cost.appends : cost.turns).push_back(ms);
        first = false;
    }
    ++cost.looks;
}

Cost simulateYear(QueueStore &queue, int fineDays, std::chrono::seconds coarse)
{
    Cost cost;
    Traffic traffic;
    qint64 job = 1;
    const ServerTime fineFrom = end - fineDays * 24h;
    for (ServerTime moment = end - 365 * 24h; moment < end;) {
        const std::chrono::milliseconds interval = moment < fineFrom ? coarse : 15s;
        std::vector<JobWait> waits;
        for (auto left = waitsADay * interval / std::chrono::milliseconds(24h); left > 0; --left, ++job)
            waits.push_back(traffic.wait(job, moment - std::chrono::milliseconds(job * 7919 % interval.count())));
        appendOne(queue, cost, traffic.at(moment, interval), std::move(waits));
        moment += interval;
    }
    return cost;
}

double percentile(std::vector<double> &values, double share)
{
    if (values.empty())
        return 0;
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

/// CPU time, which other programs change less.
double cpuMsOf(const std::function<void()> &work)
{
    const std::clock_t before = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

double medianMs(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int run = 0; run < 5; ++run)
        times.push_back(msOf(work));
    return percentile(times, 0.5);
}

/// A row for each facet of each look of one day: what a day costs, and what reading one facet of it costs.
class RowBaseline
{
public:
    explicit RowBaseline(const QString &file)
    {
        QFile(file).open(QIODevice::WriteOnly);
        m_database.open(file, Database::Access::Write);
        m_database.run(QStringLiteral("CREATE TABLE depth (facet INTEGER, moment INTEGER, pending INTEGER, running "
                                      "INTEGER, oldest INTEGER, PRIMARY KEY (facet, moment)) WITHOUT ROWID"));
        Traffic traffic;
        Transaction transaction(m_database, Transaction::For::Writing);
        QSqlQuery put = m_database.prepared(QStringLiteral("INSERT INTO depth VALUES (?, ?, ?, ?, ?)"));
        for (ServerTime moment = end - 24h; moment < end; moment += 15s) {
            const QueueSample sample = traffic.at(moment, 15s);
            for (const FacetDepth &facet : sample.facets) {
                put.bindValue(0, static_cast<qint64>(qHash(facet.facet) >> 2U));
                put.bindValue(1, static_cast<qint64>(moment.time_since_epoch().count()));
                put.bindValue(2, facet.depth.pending);
                put.bindValue(3, facet.depth.running);
                put.bindValue(4,
                    facet.depth.oldestQueuedAt
                        ? static_cast<qint64>(facet.depth.oldestQueuedAt->time_since_epoch().count())
                        : 0);
                m_database.execute(put);
            }
        }
        put = QSqlQuery();
        transaction.commit();
        m_megabytes = static_cast<double>(QFileInfo(file).size()) / 1e6;
        const auto first = m_database.value(QStringLiteral("SELECT facet FROM depth LIMIT 1"));
        m_readMs = medianMs([&] {
            QSqlQuery query = m_database.prepared(
                QStringLiteral("SELECT moment, pending, running, oldest FROM depth WHERE facet = ?"));
            query.bindValue(0, *first);
            m_database.execute(query);
            qint64 sum = 0;
            while (query.next())
                sum += query.value(0).toLongLong() + query.value(1).toLongLong() + query.value(2).toLongLong();
            m_sum = sum;
        });
    }

    double megabytesADay() const { return m_megabytes; }
    double readMsADay() const { return m_readMs; }

private:
    Database m_database;
    double m_megabytes = 0;
    double m_readMs = 0;
    qint64 m_sum = 0;
};

/// In the end CPU time. Baseline: every hour and every day decoded, for one facet.
void printWaits(QueueStore &queue, const QString &span, Period period)
{
    const double slicesMs = medianMs([&] { queue.waits({}, period); });
    constexpr std::pair<const char *, FacetKind> kinds[] = {{"of all", FacetKind::All},
        {"by tag set", FacetKind::TagSet}, {"by group", FacetKind::Group}, {"by project", FacetKind::Project},
        {"by runner", FacetKind::Runner}};
    for (const auto &[name, kind] : kinds) {
        const auto work = [&, kind = kind] {
            for (const FacetWaits &facet : queue.waitsBy(kind, period))
                percentilesOf(facet.waits);
        };
        printRow(QStringLiteral("  waits %1 over %2, ms").arg(QLatin1String(name), span), medianMs(work),
            QString::number(slicesMs, 'f', 1) + QString::number(cpuMsOf(work), 'f', 1).rightJustified(8));
    }
}

void printReading(QueueStore &queue, const RowBaseline &rows)
{
    struct Span
    {
        const char *name;
        int days;
    };
    const QueueFacet facets[] = {
        {}, {FacetKind::Project, QStringLiteral("acme/team/project-7")}, {FacetKind::Runner, QStringLiteral("7")}};
    for (const Span span : {Span{"a day", 1}, Span{"a week", 7}, Span{"a month", 31}, Span{"a year", 365}}) {
        const Period period{end - span.days * 24h, end};
        const QString name = QLatin1String(span.name);
        for (const QueueFacet &facet : facets) {
            std::size_t points = 0;
            const double ms = medianMs([&] {
                const QueuePoints read = queue.samples(facet, period, 2000);
                points = linesOf(read, period, 2000).pending.size();
            });
            printRow(QStringLiteral("lines of %1 (kind %2), ms").arg(name).arg(static_cast<int>(facet.kind)), ms,
                QString::number(rows.readMsADay() * span.days, 'f', 1));
        }
        printWaits(queue, name, period);
    }
}

/// Which part of the file takes how much.
void printParts(const QString &file)
{
    Database database;
    database.open(file, Database::Access::Read);
    for (const char *part : {"queue_sample", "queue_look", "queue_track", "queue_wait"}) {
        const QString name = QLatin1String(part);
        const QString blob = name == QStringLiteral("queue_sample") ? QStringLiteral("sample")
            : name == QStringLiteral("queue_look")                  ? QStringLiteral("looks")
            : name == QStringLiteral("queue_track")                 ? QStringLiteral("track")
                                                                    : QStringLiteral("waits");
        const QString tier = name == QStringLiteral("queue_sample") ? QStringLiteral("0") : QStringLiteral("tier");
        for (int i = 0; i < 5; ++i) {
            const auto bytes = database.value(QStringLiteral("SELECT sum(length(%1)) FROM %2 WHERE %3 = %4")
                                                  .arg(blob, name, tier, QString::number(i)));
            if (bytes && !bytes->isNull())
                printRow(QStringLiteral("  %1, tier %2, MB").arg(name).arg(i), bytes->toDouble() / 1e6);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int days = std::clamp(arguments.value(1, QStringLiteral("2")).toInt(), 1, 365);
    const std::chrono::seconds coarse(std::max(15, arguments.value(2, QStringLiteral("900")).toInt()));
    const QTemporaryDir folder;
    const QString file = arguments.value(3, folder.filePath(QStringLiteral("queue.sqlite")));
    const RowBaseline rows(folder.filePath(QStringLiteral("rows.sqlite")));
    out() << "a year of looks, the last " << days << " days every 15 s, before every " << coarse.count()
          << " s; baseline: a row for each facet, by the day" << Qt::endl;
    const bool isMade = QFileInfo::exists(file);
    FleetStore store(file, instance);
    store.setTroubleListener([](const StoreTrouble &trouble) { qFatal("%s", qUtf8Printable(trouble.detail)); });
    if (isMade) {
        printReading(*store.queue(), rows);
        return 0;
    }
    Cost cost;
    const double totalMs = msOf([&] { cost = simulateYear(*store.queue(), days, coarse); });
    printRow(QStringLiteral("looks, thousands"), static_cast<double>(cost.looks) / 1000);
    printRow(QStringLiteral("one append, ms (median)"), percentile(cost.appends, 0.5));
    printRow(QStringLiteral("  99 of 100"), percentile(cost.appends, 0.99));
    printRow(QStringLiteral("  longest"), percentile(cost.appends, 1));
    printRow(QStringLiteral("turns that thin, longest of 99.9 %, ms"), percentile(cost.turns, 0.999));
    printRow(QStringLiteral("all of it, for each look, ms"), totalMs / static_cast<double>(cost.looks));
    const double megabytes = static_cast<double>(QFileInfo(file).size()) / 1e6;
    printRow(QStringLiteral("file, MB (limit 200)"), megabytes, QString::number(rows.megabytesADay() * 365, 'f', 0));
    printParts(file);
    printReading(*store.queue(), rows);
    return megabytes < mostMegabytes ? 0 : 1;
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the table of runners costs the person before it, beside a model below Qt's own proxy over the same rows in the
// same run: from a key in the filter to the new rows on screen, sorting, scrolling, a refresh of some rows, selecting
// everything; and how the work behind it grows with the fleet.
//
//   bench_rows [rows]
#include "app/window/mainwindow.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/places/hostrows.h"
#include "models/rules/places/placetree.h"
#include "models/rules/places/taglist.h"
#include "tests/bench/eventmeter.h"
#include "tests/bench/growthtable.h"
#include "tests/bench/naivetable.h"
#include "tests/bench/syntheticfleet.h"
#include "views/pages/runnerspage.h"
#include "views/tables/runnertableview.h"
#include "views/theme/themecontroller.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>

using namespace Runnerscope;
using namespace Runnerscope::Bench;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Notes the paints of a widget.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
    bool painted = false;
};

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto place = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5);
    return values[std::min(place, values.size() - 1)];
}

void say(const QString &figure, const QString &limit, const QString &measured, const QString &baseline = {})
{
    out() << figure.leftJustified(52) << limit.leftJustified(14) << measured.leftJustified(26) << baseline << Qt::endl;
}

QString ms(double value)
{
    return QString::number(value, 'f', 1);
}

double msSince(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double msOf(std::chrono::nanoseconds time)
{
    return static_cast<double>(time.count()) / 1e6;
}

/// The window of the program over a fleet, and its filter.
class TableBench
{
public:
    TableBench(EventMeter &application, const FleetPtr &fleet) :
        m_application(application),
        m_themes(application),
        m_window(m_model),
        m_painted(*m_window.runnersPage().table().viewport())
    {
        QObject::connect(&m_model, &RunnerTableModel::refreshed, &m_painted, [this] { m_painted.painted = false; });
        m_window.resize(1280, 800);
        m_window.show();
        m_model.setFleet(fleet);
        settle();
        m_field = m_window.findChild<QLineEdit *>(QStringLiteral("filter"));
    }

    RunnerTableModel &model() { return m_model; }
    RunnerTableView &table() { return m_window.runnersPage().table(); }

    /// Until everything asked for is on screen.
    void settle()
    {
        do {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        } while (!m_model.isUpToDate() || !m_painted.painted);
        QCoreApplication::processEvents();
    }

    /// From the key to the paint of the rows that it leads to.
    double press(int key, const QString &text)
    {
        QElapsedTimer timer;
        timer.start();
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(m_field, &event);
        awaitRows();
        return msSince(timer);
    }

    void awaitRows()
    {
        while (!m_model.isUpToDate())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (m_model.rowCount() == 0)
            qFatal("a filter of the benchmark finds nothing: no rows would be painted");
        while (!m_painted.painted) // since the rows came
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    std::vector<double> type(const QString &start, const QString &keys, int rounds)
    {
        m_window.setFilter(start);
        settle();
        m_field->setFocus();
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) {
            for (const QChar key : keys)
                times.push_back(press(key.unicode(), key));
            for (qsizetype i = 0; i < keys.size(); ++i)
                times.push_back(press(Qt::Key_Backspace, QStringLiteral("\b")));
        }
        return times;
    }

    void setFilter(const QString &filter)
    {
        m_window.setFilter(filter);
        awaitRows();
    }

    EventMeter::Busy busyWhile(const std::function<void()> &work)
    {
        m_application.takeLongest();
        work();
        awaitRows();
        return m_application.takeLongest();
    }

private:
    EventMeter &m_application;
    ThemeController m_themes;
    RunnerTableModel m_model;
    MainWindow m_window;
    PaintWatch m_painted;
    QLineEdit *m_field = nullptr;
};

std::vector<double> typeNaively(NaiveTable &table, const QString &keys, int rounds)
{
    PaintWatch painted(*table.viewport());
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (qsizetype length = 1; length <= keys.size(); ++length) {
            QElapsedTimer timer;
            timer.start();
            table.setFilter(keys.left(length));
            painted.painted = false;
            table.viewport()->update();
            while (!painted.painted)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            times.push_back(msSince(timer));
        }
    }
    return times;
}

void measureKeys(TableBench &bench, NaiveTable &naive)
{
    const std::vector<double> words = bench.type({}, QStringLiteral("host-77"), 6);
    const std::vector<double> field = bench.type(QStringLiteral("tag:team-1"), QStringLiteral("23"), 12);
    const std::vector<double> time =
        bench.type(QStringLiteral("contact:>30d owner~project-1"), QStringLiteral("23"), 8);
    const std::vector<double> baseline = typeNaively(naive, QStringLiteral("host-77"), 2);
    const auto figures = [](const std::vector<double> &times) -> QString {
        return ms(percentile(times, 0.5)) + QStringLiteral(" / ") + ms(percentile(times, 0.95));
    };
    say(QStringLiteral("key to rows on screen, text: median / 95 %, ms"), QStringLiteral("- / 16"), figures(words),
        figures(baseline));
    say(QStringLiteral("  a field"), QStringLiteral("- / 16"), figures(field));
    say(QStringLiteral("  a time and a part of a path"), QStringLiteral("- / 16"), figures(time));
    const auto timesFaster = [&](double part) { return ms(percentile(baseline, part) / percentile(words, part)); };
    say(QStringLiteral("  times faster than the proxy: median / 95 %"), QStringLiteral("- / 8"),
        timesFaster(0.5) + QStringLiteral(" / ") + timesFaster(0.95));
}

void measureSorting(TableBench &bench, NaiveTable &naive)
{
    double longest = 0;
    double wall = 0;
    for (int column = 0; column < static_cast<int>(RunnerColumn::Check); ++column) {
        QElapsedTimer timer;
        timer.start();
        const auto busy = bench.busyWhile([&] { bench.model().sort(column, Qt::DescendingOrder); });
        wall = std::max(wall, msSince(timer));
        longest = std::max(longest, msOf(busy.cpu));
    }
    bench.model().sort(static_cast<int>(RunnerColumn::Name));
    bench.settle();
    QElapsedTimer timer;
    timer.start();
    naive.sortByColumn(0, Qt::DescendingOrder);
    const double baseline = msSince(timer);
    say(QStringLiteral("any sort: GUI busy in one go, CPU ms"), QStringLiteral("50"), ms(longest), ms(baseline));
    say(QStringLiteral("  until its rows are on screen, worst column, ms"), QStringLiteral("-"), ms(wall));
}

std::vector<double> scroll(QAbstractItemView &table)
{
    std::vector<double> frames;
    QScrollBar &bar = *table.verticalScrollBar();
    const int steps = 400;
    for (int step = 0; step < steps; ++step) {
        QElapsedTimer timer;
        timer.start();
        const qint64 place = qint64(bar.maximum()) * ((step * 37) % steps) / steps;
        bar.setValue(static_cast<int>(place));
        table.viewport()->repaint();
        frames.push_back(msSince(timer));
    }
    return frames;
}

void measureScrolling(TableBench &bench, NaiveTable &naive)
{
    const std::vector<double> frames = scroll(bench.table());
    const std::vector<double> baseline = scroll(naive);
    say(QStringLiteral("a frame while scrolling: 99 %, ms"), QStringLiteral("16"), ms(percentile(frames, 0.99)),
        ms(percentile(baseline, 0.99)));
}

void measureRefresh(TableBench &bench, const FleetPtr &other)
{
    bench.setFilter(QStringLiteral("tag:docker"));
    bench.model().checkAll();
    bench.table().selectRunner({InstanceId{1}, 777});
    bench.settle();
    const int checked = bench.model().checkCounts().all();
    const auto current = bench.table().currentRunner();
    const auto busy = bench.busyWhile([&] { bench.model().setFleet(other); });
    const bool kept = bench.model().checkCounts().all() == checked && bench.table().currentRunner() == current;
    say(QStringLiteral("refresh of 1,000 rows: GUI busy in one go, CPU ms"), QStringLiteral("16"), ms(msOf(busy.cpu)));
    say(QStringLiteral("  selection and current row kept"), QStringLiteral("yes"),
        kept ? QStringLiteral("yes") : QStringLiteral("no"));
    QElapsedTimer timer;
    timer.start();
    bench.model().clearChecks();
    bench.model().checkAll();
    say(QStringLiteral("select everything that matches, ms"), QStringLiteral("-"), ms(msSince(timer)));
    bench.model().clearChecks();
}

OrderedRowsPtr orderedRows(FleetOrders &orders, const FleetPtr &fleet, const char *filter, RunnerSortKey key)
{
    const auto parsed = parseFilter(QString::fromLatin1(filter));
    return std::make_shared<const OrderedRows>(
        orders.order({fleet, {key, Qt::AscendingOrder}, std::get<FilterExpression>(parsed), {}}));
}

/// Work that another thread does, from a fleet that has just come.
void measureGrowth(GrowthTable &table, const FleetPtr &fleet)
{
    FleetOrders orders;
    const auto ordered = orderedRows(orders, fleet, "", RunnerSortKey::Name);
    const auto time = [&](const QString &name, const std::function<void()> &work) {
        table.add(name, median(5, [&] { return Bench::msOf(work); }));
    };
    time(QStringLiteral("all rows again, ms"), [&] { orderedRows(orders, fleet, "", RunnerSortKey::Name); });
    time(QStringLiteral("a word, ms"), [&] { orderedRows(orders, fleet, "host-77", RunnerSortKey::Name); });
    time(QStringLiteral("a field, ms"), [&] { orderedRows(orders, fleet, "tag:team-12", RunnerSortKey::Name); });
    time(QStringLiteral("sorted by name, ms"), [&] {
        FleetOrders fresh;
        orderedRows(fresh, fleet, "", RunnerSortKey::Name);
    });
    time(QStringLiteral("sorted by contact, ms"), [&] {
        FleetOrders fresh;
        orderedRows(fresh, fleet, "", RunnerSortKey::LastContact);
    });
    const FilterMask all = shownRows(*ordered);
    time(QStringLiteral("hosts, ms"), [&] { hostRows(*fleet, all, std::nullopt); });
    time(QStringLiteral("hosts by address, ms"), [&] { hostRows(*fleet, all, HostGrouping::Address); });
    time(QStringLiteral("tags, ms"), [&] { tagList(*fleet, all); });
    time(QStringLiteral("groups, ms"), [&] { placeTree(*fleet, all); });
    const double bytes = static_cast<double>(ordered->order.size() * sizeof(quint32)
        + ordered->positions.size() * sizeof(quint32) + ordered->ids->size() * sizeof(RunnerId));
    table.add(QStringLiteral("rows in order, MB"), bytes / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    EventMeter application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Runnerscope"));
    const int rows = std::max(1000, QCoreApplication::arguments().value(1, QStringLiteral("100000")).toInt());
    {
        const FleetPtr fleet = syntheticFleet(rows);
        TableBench bench(application, fleet);
        NaiveTable naive;
        naive.resize(1280, 800);
        naive.show();
        naive.take(fleet, {});
        QCoreApplication::processEvents();
        out() << rows << " rows; baseline: a model below Qt's own proxy over the same rows" << Qt::endl;
        say(QStringLiteral("figure"), QStringLiteral("limit"), QStringLiteral("measured"), QStringLiteral("baseline"));
        measureKeys(bench, naive);
        bench.setFilter({});
        naive.setFilter({});
        measureSorting(bench, naive);
        measureScrolling(bench, naive);
        measureRefresh(bench, syntheticFleet(rows, 1000));
    }
    out() << Qt::endl;
    GrowthTable table;
    for (const int size : sizes)
        measureGrowth(table, syntheticFleet(size));
    table.print();
    return 0;
}

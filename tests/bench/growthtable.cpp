// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/growthtable.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <cmath>

namespace Runnerscope::Bench {

namespace {

/// The slope of the line through (log size, log value).
double growth(const std::vector<double> &values)
{
    double meanX = 0;
    double meanY = 0;
    const auto count = static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        meanX += std::log(sizes[i]) / count;
        meanY += std::log(values[i]) / count;
    }
    double up = 0;
    double along = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        up += (std::log(sizes[i]) - meanX) * (std::log(values[i]) - meanY);
        along += (std::log(sizes[i]) - meanX) * (std::log(sizes[i]) - meanX);
    }
    return up / along;
}

} // namespace

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(int runs, const std::function<double()> &measure)
{
    std::vector<double> values;
    for (int i = 0; i < runs; ++i)
        values.push_back(measure());
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void GrowthTable::add(const QString &name, double value, double limit)
{
    auto found = std::ranges::find(m_figures, name, &Figure::name);
    if (found == m_figures.end())
        found = m_figures.insert(m_figures.end(), {name, {}, limit});
    found->values.push_back(value);
}

void GrowthTable::print() const
{
    QTextStream out(stdout);
    out << QStringLiteral("rows").leftJustified(34);
    for (const int size : sizes)
        out << QString::number(size).rightJustified(10);
    out << QStringLiteral("growth").rightJustified(10) << QStringLiteral("limit").rightJustified(10) << Qt::endl;
    for (const Figure &figure : m_figures) {
        out << figure.name.leftJustified(34);
        for (const double value : figure.values)
            out << QString::number(value, 'f', 2).rightJustified(10);
        out << QString::number(growth(figure.values), 'f', 2).rightJustified(10);
        out << (figure.limit > 0 ? QString::number(figure.limit) : QString()).rightJustified(10) << Qt::endl;
    }
}

} // namespace Runnerscope::Bench

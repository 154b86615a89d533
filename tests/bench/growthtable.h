// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <functional>
#include <vector>

namespace Runnerscope::Bench {

/// Rows of the fleets by which growth is measured.
inline constexpr std::array sizes{1'000, 10'000, 35'000, 100'000, 350'000};

double msOf(const std::function<void()> &work);
double median(int runs, const std::function<double()> &measure);

/// Figures by size of the fleet, and how each grows: the slope between the logarithms of size and figure, 1.00 being
/// linear.
class GrowthTable
{
public:
    /// To be called once for each figure and size, sizes in their order. \a limit is for 100,000 rows; 0: none.
    void add(const QString &name, double value, double limit = 0);
    void print() const;

private:
    struct Figure
    {
        QString name;
        std::vector<double> values;
        double limit = 0;
    };

    std::vector<Figure> m_figures;
};

} // namespace Runnerscope::Bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerdetails.h"

#include <QUrl>

#include <vector>

namespace Runnerscope {

/// Where one can go from a runner: to a page of its GitLab, or to runners that it has something in common with.
struct RunnerLink
{
    QString text; ///< plain, of one line
    QUrl page; ///< one that webLink() lets through; empty: filter
    QString filter; ///< in the filter language
};

/// \a details: those of \a runner, null while they are not known. \a instance: the base address of the server; empty
/// for the demo fleet, whose pages do not exist.
std::vector<RunnerLink> runnerLinks(const Runner &runner, const RunnerDetails *details, const QString &instance);

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobcard.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Runnerscope {

/// A line of a card. Plain text, harmless; where there are several lines each stands for itself.
struct JobCardFact
{
    QString caption; ///< empty: what is said needs none
    QStringList lines; ///< at least one
};

struct JobCardSection
{
    QString heading;
    std::vector<JobCardFact> facts; ///< at least one
};

/// Why a job waits, in words.
struct JobWaitWords
{
    QString verdict;
    QString place; ///< in the queue; empty: that cannot be said
    QStringList remarks;
};

/// As far as the runners on the card tell; nothing for a job about which no runner decides and that does not stand
/// still.
std::optional<JobWaitWords> waitWords(const JobCard &card);

/// All that a card says, the same in the window, on the command line and in a ticket.
std::vector<JobCardSection> jobCardSections(const JobCard &card, const std::optional<JobWaitWords> &wait);

/// For a ticket. \a instance: the base address of the server, whose pages are linked; empty for the demo fleet.
QString jobCardMarkdown(const JobCard &card, const std::optional<JobWaitWords> &wait, const QString &instance);

} // namespace Runnerscope

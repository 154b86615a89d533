// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterexpression.h"

/// The parts that the words for a condition of a filter are made of.
namespace Runnerscope::Wording::FilterTerms {

/// The field as a noun: "name", "number of jobs".
QString noun(FilterField field);
/// A value of a field with FilterKind::Choice as a property of a runner, host or job: "paused", "group runner".
QString choice(FilterField field, QLatin1StringView word);
/// The same of jobs: "waiting for a runner", "because all runners that match are paused".
QString jobChoice(FilterField field, QLatin1StringView word);
/// "queued over 1 day ago".
QString queuedAge(const AgeTest &test);
/// "over 100", "2 to 5", "at least 1 hour".
QString amount(FilterField field, const NumberTest &test);
/// "before 17.4", "17.4 to 18.1".
QString versions(const VersionTest &test);
/// "in 10.2.0.0/16".
QString addresses(const AddressTest &test);
/// "no contact for over 2 hours", "created within the last 30 days".
QString age(FilterField field, const AgeTest &test);
/// "created before 25 Mar 2026".
QString date(FilterField field, const DateTest &test);

} // namespace Runnerscope::Wording::FilterTerms

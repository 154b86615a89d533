// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterterms.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::Wording::FilterTerms {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::FilterWording)
};

using F = FilterField;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

QString compared(Comparison comparison, const QString &first, const QString &second)
{
    switch (comparison) {
    case Comparison::Equal:
        return first;
    case Comparison::Below:
        return Tr::tr("under %1", "a number").arg(first);
    case Comparison::AtMost:
        return Tr::tr("at most %1", "a number").arg(first);
    case Comparison::Above:
        return Tr::tr("over %1", "a number").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("at least %1", "a number").arg(first);
    case Comparison::Between:
        break;
    }
    return Tr::tr("%1 to %2", "a range").arg(first, second);
}

QString contactAge(const AgeTest &test)
{
    const QString first = duration(test.first);
    switch (test.comparison) {
    case Comparison::Above:
        return Tr::tr("no contact for over %1").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("no contact for %1 or more").arg(first);
    case Comparison::Below:
        return Tr::tr("contact within the last %1", "a duration").arg(first);
    case Comparison::AtMost:
        return Tr::tr("contact %1 ago or less").arg(first);
    default:
        return Tr::tr("last contact %1 to %2 ago").arg(first, duration(test.second));
    }
}

QString creationAge(const AgeTest &test)
{
    const QString first = duration(test.first);
    switch (test.comparison) {
    case Comparison::Above:
        return Tr::tr("created over %1 ago").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("created %1 ago or more").arg(first);
    case Comparison::Below:
        return Tr::tr("created within the last %1", "a duration").arg(first);
    case Comparison::AtMost:
        return Tr::tr("created %1 ago or less").arg(first);
    default:
        return Tr::tr("created %1 to %2 ago").arg(first, duration(test.second));
    }
}

QString timeLeft(const AgeTest &test)
{
    const QString first = duration(test.first);
    switch (test.comparison) {
    case Comparison::Above:
        return Tr::tr("token valid for over %1").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("token valid for %1 or more").arg(first);
    case Comparison::Below:
        return Tr::tr("token expired or expiring within %1").arg(first);
    case Comparison::AtMost:
        return test.first == 0s ? Tr::tr("token expired")
                                : Tr::tr("token expired or expiring in %1 or less").arg(first);
    default:
        return Tr::tr("token expiring in %1 to %2").arg(first, duration(test.second));
    }
}

QString period(const DateTest &test)
{
    const QString first = test.first.words();
    switch (test.comparison) {
    case Comparison::Equal:
        return Tr::tr("during %1", "a day, month or year").arg(first);
    case Comparison::Below:
        return Tr::tr("before %1", "a date").arg(first);
    case Comparison::AtMost:
        return Tr::tr("until the end of %1", "a date").arg(first);
    case Comparison::Above:
        return Tr::tr("after %1", "a date").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("from %1 on", "a date").arg(first);
    case Comparison::Between:
        break;
    }
    return Tr::tr("from %1 to %2", "dates").arg(first, test.second.words());
}

QString creatorChoice(F field, QLatin1StringView word)
{
    if (field == F::CreatorState)
        return Tr::tr("creator %1", "active, blocked, deactivated or banned").arg(QString(word));
    if (word == "person"_L1)
        return Tr::tr("created by a person");
    if (word == "bot"_L1)
        return Tr::tr("created by a bot");
    if (word == "deleted"_L1)
        return Tr::tr("created by an account that is gone");
    if (word == "registration-token"_L1)
        return Tr::tr("created by a registration token");
    return Tr::tr("of a creator who is not readable");
}

QString typeChoice(QLatin1StringView word)
{
    if (word == "instance"_L1)
        return Tr::tr("instance runner");
    return word == "group"_L1 ? Tr::tr("group runner") : Tr::tr("project runner");
}

QString statusChoice(QLatin1StringView word)
{
    if (word == "silent"_L1)
        return Tr::tr("silent (offline or stale)");
    if (word == "online"_L1)
        return status(RunnerStatus::Online);
    if (word == "offline"_L1)
        return status(RunnerStatus::Offline);
    return status(word == "stale"_L1 ? RunnerStatus::Stale : RunnerStatus::NeverContacted);
}

QString traitChoice(QLatin1StringView word)
{
    if (word == "paused"_L1)
        return Tr::tr("paused");
    return word == "locked"_L1 ? Tr::tr("locked to its project") : Tr::tr("taking untagged jobs");
}

} // namespace

QString choice(F field, QLatin1StringView word)
{
    switch (field) {
    case F::Status:
        return statusChoice(word);
    case F::Type:
        return typeChoice(word);
    case F::Access:
        return word == "not-protected"_L1 ? Tr::tr("open to unprotected branches") : Tr::tr("protected");
    case F::Method:
        return word == "registration-token"_L1 ? Tr::tr("registered with a registration token")
                                               : Tr::tr("created by a signed-in user");
    case F::CreationState:
        return word == "started"_L1 ? Tr::tr("waiting for its first host") : Tr::tr("registered by a host");
    case F::Running:
        return word == "yes"_L1 || word == "running"_L1 ? Tr::tr("running jobs") : Tr::tr("idle");
    case F::CreatorKind:
    case F::CreatorState:
        return creatorChoice(field, word);
    case F::JobStatus:
    case F::JobWhy:
    case F::JobProtected:
    case F::JobTrouble:
        return jobChoice(field, word);
    default:
        return traitChoice(word);
    }
}

QString amount(F field, const NumberTest &test)
{
    const auto words = [field](qint64 number) {
        if (factsOf(field).kind == FilterKind::Duration)
            return duration(std::chrono::seconds(number));
        return field == F::Id || field == F::JobId || field == F::JobCould ? QString::number(number) : count(number);
    };
    return compared(test.comparison, words(test.first), words(test.second));
}

QString versions(const VersionTest &test)
{
    const QString first = oneLine(test.first.text());
    switch (test.comparison) {
    case Comparison::Below:
        return Tr::tr("before %1", "a version").arg(first);
    case Comparison::AtMost:
        return Tr::tr("up to %1", "a version").arg(first);
    case Comparison::Above:
        return Tr::tr("after %1", "a version").arg(first);
    case Comparison::AtLeast:
        return Tr::tr("from %1 on", "a version").arg(first);
    default:
        return compared(test.comparison, first, oneLine(test.second.text()));
    }
}

QString addresses(const AddressTest &test)
{
    const QString first = oneLine(test.first.text);
    const bool isNetwork = test.comparison == Comparison::Equal && test.first.first != test.first.last;
    return isNetwork ? Tr::tr("in %1", "a network").arg(first)
                     : compared(test.comparison, first, oneLine(test.second.text));
}

QString age(F field, const AgeTest &test)
{
    if (field == F::Contact)
        return contactAge(test);
    if (field == F::JobQueued)
        return queuedAge(test);
    return field == F::Created ? creationAge(test) : timeLeft(test);
}

QString date(F field, const DateTest &test)
{
    if (field == F::Contact)
        return Tr::tr("last contact %1", "during, before or after a date").arg(period(test));
    if (field == F::JobQueued)
        return Tr::tr("queued %1", "during, before or after a date").arg(period(test));
    if (field == F::Created)
        return Tr::tr("created %1", "during, before or after a date").arg(period(test));
    return Tr::tr("token expiring %1", "during, before or after a date").arg(period(test));
}

} // namespace Runnerscope::Wording::FilterTerms

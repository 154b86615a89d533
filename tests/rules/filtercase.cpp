// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/filtercase.h"

#include "tests/rules/filtercasetexts.h"
#include "tests/support/randomfleet.h"

#include <algorithm>

namespace Runnerscope::Test {

namespace {

using namespace std::chrono_literals;

QString spelled(const char *names, std::mt19937 &random)
{
    const QString name = oneOf(QString::fromLatin1(names).split(u'|'), random);
    return oneIn(6, random) ? name.toUpper() : name;
}

/// A condition on some part of a subject.
template <typename Subject, typename Value>
Meaning<Subject> on(
    const QString &field, const ValueMeaning<Value> &meaning, std::function<Value(const Subject &)> part)
{
    return {field + meaning.text, [=](const Subject &subject) { return meaning.holds(part(subject)); }};
}

template <typename Subject>
struct Choice
{
    const char *text;
    bool (*holds)(const Subject &);
};

template <typename Subject, std::size_t Count>
Meaning<Subject> oneOfChoices(const Choice<Subject> (&choices)[Count], std::mt19937 &random)
{
    const auto a = choices[below(Count, random)];
    QString text = QString::fromLatin1(a.text);
    if (oneIn(3, random))
        text = text.section(u':', 0, 0) + u':' + text.section(u':', 1).toUpper().replace(u'-', u'_');
    const auto b = choices[below(Count, random)];
    const QString other = QString::fromLatin1(b.text);
    if (other.section(u':', 0, 0) != QString::fromLatin1(a.text).section(u':', 0, 0) || oneIn(2, random))
        return {text, a.holds};
    return {QString(text + u',' + other.section(u':', 1)),
        [=](const Subject &subject) { return a.holds(subject) || b.holds(subject); }};
}

RunnerMeaning runnerChoice(std::mt19937 &random)
{
    using Row = const FleetRow &;
    static constexpr Choice<FleetRow> choices[]{
        {"status:online", [](Row row) { return row.status == RunnerStatus::Online; }},
        {"status:offline", [](Row row) { return row.status == RunnerStatus::Offline; }},
        {"is:stale", [](Row row) { return row.status == RunnerStatus::Stale; }},
        {"is:never-contacted", [](Row row) { return row.status == RunnerStatus::NeverContacted; }},
        {"is:silent", [](Row row) { return row.status == RunnerStatus::Offline || row.status == RunnerStatus::Stale; }},
        {"is:paused", [](Row row) { return row.runner->paused; }},
        {"is:locked", [](Row row) { return row.runner->locked; }},
        {"is:untagged", [](Row row) { return row.runner->runUntagged; }},
        {"is:protected", [](Row row) { return row.runner->accessLevel == AccessLevel::RefProtected; }},
        {"is:running", [](Row row) { return row.runner->jobExecution == JobExecution::Active; }},
        {"is:idle", [](Row row) { return row.runner->jobExecution == JobExecution::Idle; }},
        {"is:group", [](Row row) { return row.runner->type == RunnerType::Group; }},
        {"is:expired", [](Row row) { return row.runner->tokenExpiresAt && *row.runner->tokenExpiresAt <= row.readAt; }},
        {"type:instance-type", [](Row row) { return row.runner->type == RunnerType::Instance; }},
        {"type:project", [](Row row) { return row.runner->type == RunnerType::Project; }},
        {"type:*", [](Row row) { return row.runner->type != RunnerType::Unknown; }},
        {"access:not-protected", [](Row row) { return row.runner->accessLevel == AccessLevel::NotProtected; }},
        {"running:yes", [](Row row) { return row.runner->jobExecution == JobExecution::Active; }},
        {"running:no", [](Row row) { return row.runner->jobExecution == JobExecution::Idle; }},
        {"method:registration-token",
            [](Row row) { return row.runner->creationMethod == CreationMethod::RegistrationToken; }},
        {"method:authenticated-user",
            [](Row row) { return row.runner->creationMethod == CreationMethod::AuthenticatedUser; }},
        {"creation-state:started", [](Row row) { return row.runner->creationState == CreationState::Started; }},
        {"creator-state:blocked",
            [](Row row) { return row.runner->creator && row.runner->creator->state == UserState::Blocked; }},
        {"creator-kind:bot", [](Row row) { return row.runner->creator && row.runner->creator->kind == UserKind::Bot; }},
        {"creator-kind:person",
            [](Row row) { return row.runner->creator && row.runner->creator->kind != UserKind::Bot; }},
    };
    return oneOfChoices(choices, random);
}

QStringList creatorTexts(const Runner &runner)
{
    return runner.creator ? QStringList{runner.creator->username, runner.creator->name} : QStringList();
}

RunnerMeaning runnerText(std::mt19937 &random)
{
    const auto make = [](const QString &field, const TextsMeaning &texts, QStringList (*part)(const Runner &)) {
        return on<FleetRow, QStringList>(field, texts, [=](const FleetRow &row) { return part(*row.runner); });
    };
    switch (below(7, random)) {
    case 0:
        return make(spelled("name|description", random), randomTexts(Words::names(), false, random),
            [](const Runner &r) { return QStringList{r.description}; });
    case 1:
        return make(spelled("token|sha", random),
            randomTexts({QStringLiteral("sha7"), QStringLiteral("Sha12")}, false, random),
            [](const Runner &r) { return QStringList{r.shortSha}; });
    case 2:
        return make(spelled("tag|tags", random), randomTexts(Words::tags(), true, random),
            [](const Runner &r) { return r.tags; });
    case 3:
        return make(spelled("owner-name", random),
            randomTexts({QStringLiteral("acme / pay"), QStringLiteral("other")}, false, random),
            [](const Runner &r) { return r.owner ? QStringList{r.owner->fullName} : QStringList(); });
    case 4:
        return make(spelled("created-by|creator", random), randomTexts(Words::users(), false, random), creatorTexts);
    case 5:
        return make(spelled("note", random), randomTexts(Words::names(), false, random),
            [](const Runner &r) { return QStringList{r.maintenanceNote}; });
    default:
        return make(spelled("owner", random), randomPaths(Words::owners(), random),
            [](const Runner &r) { return r.owner ? QStringList{r.owner->fullPath} : QStringList(); });
    }
}

std::optional<qint64> wide(const std::optional<int> &count)
{
    return count ? std::optional<qint64>(*count) : std::nullopt;
}

RunnerMeaning runnerNumber(std::mt19937 &random)
{
    using Number = std::optional<qint64>;
    const auto make = [&](const QString &field, qint64 most, Number (*part)(const Runner &)) {
        return on<FleetRow, Number>(
            field, randomNumbers(most, random), [=](const FleetRow &row) { return part(*row.runner); });
    };
    switch (below(5, random)) {
    case 0:
        return make(spelled("id", random), 30, [](const Runner &r) { return Number(r.id.number); });
    case 1:
        return make(spelled("jobs|job-count", random), 1000, [](const Runner &r) { return wide(r.jobCount); });
    case 2:
        return make(spelled("projects", random), 3, [](const Runner &r) { return wide(r.projectCount); });
    case 3:
        return make(spelled("managers|hosts", random), 5, [](const Runner &r) { return Number(r.managerCount); });
    default:
        return make(spelled("timeout", random), 7200, [](const Runner &r) { return wide(r.maximumTimeout); });
    }
}

/// What is over counts as due now.
RunnerMeaning randomExpiry(std::mt19937 &random)
{
    const auto days = static_cast<int>(below(40, random));
    const bool within = oneIn(2, random);
    const QString sign = within ? QStringLiteral("<=") : QStringLiteral(">");
    return {QStringLiteral("expires:%1%2d").arg(sign).arg(days), [=](const FleetRow &row) {
                const OptionalTime at = row.runner->tokenExpiresAt;
                return at && (*at - row.readAt <= std::chrono::hours(24 * days)) == within;
            }};
}

RunnerMeaning runnerTime(std::mt19937 &random)
{
    const bool created = oneIn(2, random);
    if (oneIn(8, random))
        return randomExpiry(random);
    return on<FleetRow, JudgedTime>(created ? spelled("created", random) : spelled("contact|contacted", random),
        randomTimes(random), [=](const FleetRow &row) {
            return JudgedTime{created ? row.runner->createdAt : row.runner->contactedAt, row.readAt};
        });
}

QStringList textsOf(const RunnerManager &m)
{
    return {m.systemId, m.version, m.revision, m.platform, m.architecture, m.executor, m.ipAddress};
}

QStringList textsOf(const Runner &runner)
{
    QStringList texts =
        QStringList{runner.description, runner.shortSha, runner.maintenanceNote} + runner.tags + creatorTexts(runner);
    if (runner.owner)
        texts += {runner.owner->fullPath, runner.owner->fullName};
    for (const RunnerManager &manager : runner.managers)
        texts += textsOf(manager);
    return texts;
}

RunnerMeaning runnerWord(std::mt19937 &random)
{
    if (oneIn(8, random)) {
        const QString number = QString(u'#' + QString::number(below(30, random)));
        return {number, [=](const FleetRow &row) {
                    return QString(u'#' + QString::number(row.runner->id.number)).startsWith(number);
                }};
    }
    const TextsMeaning word = randomWord(random);
    const bool asksNumber = !word.text.startsWith(u'/'); // words find "#42", expressions look at texts only
    return on<FleetRow, QStringList>({}, word, [=](const FleetRow &row) {
        const QString number = u'#' + QString::number(row.runner->id.number);
        return textsOf(*row.runner) + (asksNumber ? QStringList{number} : QStringList());
    });
}

bool isOnlineAt(const RunnerManager &manager, ServerTime now)
{
    return manager.contactedAt && now - *manager.contactedAt < 2h;
}

RunnerStatus statusAt(const RunnerManager &manager, ServerTime now)
{
    if (isOnlineAt(manager, now))
        return RunnerStatus::Online;
    const auto isOld = [&](OptionalTime time) { return !time || now - *time >= 7 * 24h; };
    if ((manager.contactedAt || manager.createdAt) && isOld(manager.contactedAt) && isOld(manager.createdAt))
        return RunnerStatus::Stale;
    return manager.contactedAt ? RunnerStatus::Offline : RunnerStatus::NeverContacted;
}

bool isInContact(const RunnerManager &manager, const FleetRow &row)
{
    const auto &all = row.runner->managers;
    if (std::any_of(all.begin(), all.end(), [&](const RunnerManager &one) { return isOnlineAt(one, row.readAt); }))
        return isOnlineAt(manager, row.readAt);
    for (const RunnerManager &one : all) {
        if (one.contactedAt > manager.contactedAt || (one.contactedAt == manager.contactedAt && &one < &manager))
            return false;
    }
    return true;
}

ManagerMeaning managerChoice(std::mt19937 &random)
{
    using M = const ReadManager &;
    static constexpr Choice<ReadManager> choices[]{
        {"status:online", [](M m) { return statusAt(*m.manager, m.now) == RunnerStatus::Online; }},
        {"status:offline", [](M m) { return statusAt(*m.manager, m.now) == RunnerStatus::Offline; }},
        {"status:stale", [](M m) { return statusAt(*m.manager, m.now) == RunnerStatus::Stale; }},
        {"is:never-contacted", [](M m) { return statusAt(*m.manager, m.now) == RunnerStatus::NeverContacted; }},
        {"is:running", [](M m) { return m.manager->jobExecution == JobExecution::Active; }},
        {"running:no", [](M m) { return m.manager->jobExecution == JobExecution::Idle; }},
    };
    return oneOfChoices(choices, random);
}

/// Of the fields that only managers have.
ManagerMeaning managerText(std::mt19937 &random)
{
    const auto make = [](const QString &field, const TextsMeaning &texts, QString RunnerManager::*part) {
        return on<ReadManager, QStringList>(
            field, texts, [=](const ReadManager &read) { return QStringList{read.manager->*part}; });
    };
    const auto texts = [&](const QStringList &values) { return randomTexts(values, false, random); };
    switch (below(7, random)) {
    case 0:
        return make(spelled("executor", random), texts(Words::executors()), &RunnerManager::executor);
    case 1:
        return make(spelled("platform", random), texts(Words::platforms()), &RunnerManager::platform);
    case 2:
        return make(
            spelled("arch|architecture", random), texts({QStringLiteral("amd64")}), &RunnerManager::architecture);
    case 3:
        return make(spelled("system-id", random), texts({QStringLiteral("<legacy>"), QStringLiteral("s_1")}),
            &RunnerManager::systemId);
    case 4:
        return make(spelled("revision", random), texts({QStringLiteral("rev1"), QStringLiteral("rev2")}),
            &RunnerManager::revision);
    case 5:
        return make(spelled("ip|ip-address", random), randomAddresses(random), &RunnerManager::ipAddress);
    default:
        return make(spelled("version", random), randomVersions(random), &RunnerManager::version);
    }
}

template <typename Subject>
Meaning<Subject> combined(Meaning<Subject> (*condition)(std::mt19937 &), int depth, std::mt19937 &random);

template <typename Subject>
Meaning<Subject> negated(const Meaning<Subject> &meaning, std::mt19937 &random)
{
    const QString sign = oneIn(2, random) ? QStringLiteral("-") : QStringLiteral("NOT ");
    return {sign + meaning.text, [holds = meaning.holds](const Subject &subject) { return !holds(subject); }};
}

/// A sequence or alternatives; what binds less is in brackets, what binds more sometimes.
template <typename Subject>
Meaning<Subject> combined(Meaning<Subject> (*condition)(std::mt19937 &), int depth, std::mt19937 &random)
{
    if (depth == 0 || oneIn(4, random)) {
        const Meaning<Subject> one = condition(random);
        return oneIn(3, random) ? negated(one, random) : one;
    }
    const bool either = oneIn(2, random);
    const auto part = [&] {
        Meaning<Subject> child = combined(condition, depth - 1, random);
        child.text = u'(' + child.text + u')';
        return oneIn(4, random) ? negated(child, random) : child;
    };
    const Meaning<Subject> a = oneIn(3, random) ? condition(random) : part();
    const Meaning<Subject> b = part();
    if (either)
        return {QString(a.text + u" OR " + b.text),
            [=](const Subject &subject) { return a.holds(subject) || b.holds(subject); }};
    const QString between = oneIn(4, random) ? QStringLiteral(" AND ") : QStringLiteral("  ");
    // Without brackets "a OR b c" is "a OR (b c)".
    const Meaning<Subject> c = condition(random);
    if (oneIn(3, random))
        return {QString(a.text + u" OR " + b.text + between + c.text),
            [=](const Subject &s) { return a.holds(s) || (b.holds(s) && c.holds(s)); }};
    return {QString(a.text + between + b.text),
        [=](const Subject &subject) { return a.holds(subject) && b.holds(subject); }};
}

RunnerMeaning someManager(const QString &text, const ManagerMeaning &meaning, bool known)
{
    return {text, [=](const FleetRow &row) {
                return std::any_of(
                    row.runner->managers.begin(), row.runner->managers.end(), [&](const RunnerManager &manager) {
                        return (known || isInContact(manager, row)) && meaning.holds({&manager, row.readAt});
                    });
            }};
}

} // namespace

ManagerMeaning randomManagerCondition(std::mt19937 &random)
{
    using Number = std::optional<qint64>;
    switch (below(6, random)) {
    case 0:
        return managerChoice(random);
    case 1:
        return on<ReadManager, JudgedTime>(
            spelled("contact", random), randomTimes(random), [](const ReadManager &read) {
                return JudgedTime{read.manager->contactedAt, read.now};
            });
    case 2:
        return on<ReadManager, QStringList>(
            {}, randomWord(random), [](const ReadManager &read) { return textsOf(*read.manager); });
    case 3:
        return on<ReadManager, Number>(spelled("id", random), randomNumbers(200, random),
            [](const ReadManager &read) { return Number(read.manager->number); });
    default:
        return managerText(random);
    }
}

RunnerMeaning randomManagersOfRunner(std::mt19937 &random)
{
    const bool known = oneIn(3, random);
    const QString before = known ? QStringLiteral("managers:any ") : QString();
    if (oneIn(2, random)) {
        const ManagerMeaning plain = managerText(random);
        return someManager(before + plain.text, plain, known);
    }
    const ManagerMeaning tied = combined(randomManagerCondition, 2, random);
    return someManager(before + u"manager(" + tied.text + u')', tied, known);
}

RunnerMeaning randomRunnerCondition(std::mt19937 &random)
{
    switch (below(8, random)) {
    case 0:
        return runnerWord(random);
    case 1:
    case 2:
        return runnerText(random);
    case 3:
        return runnerNumber(random);
    case 4:
        return runnerTime(random);
    case 5:
        return runnerChoice(random);
    default:
        return randomManagersOfRunner(random);
    }
}

RunnerMeaning randomFilter(std::mt19937 &random)
{
    return combined(randomRunnerCondition, static_cast<int>(below(4, random)), random);
}

} // namespace Runnerscope::Test

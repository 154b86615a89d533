// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/runnerdecoder.h"
#include "tests/support/json.h"
#include "tests/support/ticks.h"

#include <QTest>

using namespace Runnerscope;
using Test::json;
using Test::ticks;

namespace {

constexpr InstanceId instance{1};

/// With every field that is asked for.
QJsonObject fullRunner()
{
    return QJsonDocument::fromJson(
        ticks("{`id`:`gid://gitlab/Ci::Runner/42`,`shortSha`:`abcd1234`,"
              "`description`:`build-1`,`runnerType`:`PROJECT_TYPE`,`paused`:true,`jobExecutionStatus`:`ACTIVE`,"
              "`creationMethod`:`AUTHENTICATED_USER`,`creationState`:`FINISHED`,`createdAt`:`2026-03-01T08:00:00Z`,"
              "`contactedAt`:`2026-03-25T11:00:00+02:00`,`tagList`:[`docker`,`linux`],`runUntagged`:true,`locked`:true,"
              "`accessLevel`:`REF_PROTECTED`,`maximumTimeout`:3600,`projectCount`:2,`jobCount`:1001,"
              "`maintenanceNote`:`Ask first.`,`tokenExpiresAt`:`2026-04-01T08:00:00Z`,"
              "`createdBy`:{`id`:`gid://gitlab/User/"
              "5`,`username`:`anna`,`name`:`Anna`,`state`:`blocked`,`type`:`HUMAN`,`bot`:false,`webUrl`:`https://x/"
              "anna`},"
              "`groups`:null,`ownerProject`:{`id`:`gid://gitlab/Project/9`,`name`:`API`,`nameWithNamespace`:`Acme / "
              "API`,`fullPath`:`acme/api`,`webUrl`:`https://x/acme/api`},"
              "`managers`:{`count`:12,`nodes`:[{`id`:`gid://gitlab/Ci::RunnerManager/"
              "7`,`systemId`:`s_1`,`version`:`18.9.0`,`revision`:`abc`,"
              "`platformName`:`linux`,`architectureName`:`amd64`,`executorName`:`docker`,`ipAddress`:`10.0.0.1`,"
              "`createdAt`:`2026-03-01T08:00:00Z`,`contactedAt`:null,`jobExecutionStatus`:`IDLE`}]}}"))
        .object();
}

/// The object without the value at \a path, or with \a other in its place.
QJsonObject changed(QJsonObject object, const QStringList &path, const QJsonValue &other)
{
    const QString &key = path.first();
    if (path.size() > 1) {
        const QJsonValue inner = object.value(key);
        object.insert(key,
            inner.isArray() ? QJsonValue(QJsonArray{changed(inner[0].toObject(), path.mid(1), other)})
                            : QJsonValue(changed(inner.toObject(), path.mid(1), other)));
    } else if (other.isUndefined()) {
        object.remove(key);
    } else {
        object.insert(key, other);
    }
    return object;
}

/// The paths of all values below the object; of lists, those of the first element.
QList<QStringList> pathsIn(const QJsonObject &object)
{
    QList<QStringList> paths;
    for (const QString &key : object.keys()) {
        paths.append(QStringList{key});
        const QJsonValue value = object.value(key);
        for (const QStringList &below : pathsIn(value.isArray() ? value[0].toObject() : value.toObject()))
            paths.append(QStringList{key} + below);
    }
    return paths;
}

} // namespace

class TestRunnerDecoder : public QObject
{
    Q_OBJECT

private slots:
    void readsARunner()
    {
        RunnerDecoder decoder(instance);
        const auto runner = decoder.runner(json(fullRunner()).root());
        QVERIFY(runner);
        QCOMPARE(runner->id, (RunnerId{instance, 42}));
        QCOMPARE(runner->type, RunnerType::Project);
        QCOMPARE(runner->jobExecution, JobExecution::Active);
        QCOMPARE(runner->creationState, CreationState::Finished);
        QCOMPARE(toDateTime(*runner->contactedAt), QDateTime(QDate(2026, 3, 25), QTime(9, 0), Qt::UTC));
        QCOMPARE(runner->accessLevel, AccessLevel::RefProtected);
        QVERIFY(runner->paused && runner->locked && runner->runUntagged);
        QCOMPARE(runner->jobCount, std::optional(Runner::jobCountCap));
        QCOMPARE(runner->creator->state, UserState::Blocked);
        QCOMPARE(runner->creator->kind, UserKind::Person);
        QCOMPARE(runner->owner->kind, OwnerKind::Project);
        QCOMPARE(runner->owner->fullName, QStringLiteral("Acme / API"));
        QCOMPARE(runner->maintenanceNote, QStringLiteral("Ask first."));
        QVERIFY(runner->tokenExpiresAt);
        QCOMPARE(runner->managerCount, 12);
        QVERIFY(!runner->managersComplete());
        QCOMPARE(runner->managers.at(0).executor, QStringLiteral("docker"));
        QVERIFY(!runner->managers.at(0).contactedAt);
    }

    /// Whatever is missing, null or of another type: the rest is as it was.
    void eachValueMayBeMissing()
    {
        RunnerDecoder decoder(instance);
        const Runner whole = *decoder.runner(json(fullRunner()).root());
        const QList<QStringList> paths = pathsIn(fullRunner());
        QVERIFY(paths.size() > 40);
        for (const QStringList &path : paths) {
            for (const QJsonValue &other : {QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonValue(7.5),
                     QJsonValue(QStringLiteral("NEW_VALUE")), QJsonValue(true), QJsonValue(QJsonArray{QJsonValue()}),
                     QJsonValue(QJsonObject{{QStringLiteral("new"), 1}})}) {
                const auto runner = decoder.runner(json(changed(fullRunner(), path, other)).root());
                QCOMPARE(runner.has_value(), path != QStringList{QStringLiteral("id")});
                if (!runner)
                    continue;
                const bool inManager = path.first() == QLatin1String("managers");
                QCOMPARE(runner->managers == whole.managers || inManager, true);
                QCOMPARE(
                    runner->description == whole.description || path.first() == QLatin1String("description"), true);
                QCOMPARE(runner->tags == whole.tags || path.first() == QLatin1String("tagList"), true);
                QCOMPARE(
                    runner->contactedAt == whole.contactedAt || path.first() == QLatin1String("contactedAt"), true);
                const bool creatorKept = runner->creator && *runner->creator == *whole.creator;
                QVERIFY(creatorKept || path.first() == QLatin1String("createdBy"));
                const bool ownerKept = runner->owner && *runner->owner == *whole.owner;
                QVERIFY(ownerKept || path.first() == QLatin1String("ownerProject")
                    || path.first() == QLatin1String("groups"));
            }
        }
    }

    void unknownValuesOfEnumerationsStayUnknown_data()
    {
        QTest::addColumn<QStringList>("path");
        for (const char *key : {"runnerType", "accessLevel", "jobExecutionStatus", "creationMethod", "creationState"})
            QTest::newRow(key) << QStringList{QString::fromLatin1(key)};
        QTest::newRow("state of a user") << QStringList{QStringLiteral("createdBy"), QStringLiteral("state")};
        QTest::newRow("type of a user") << QStringList{QStringLiteral("createdBy"), QStringLiteral("type")};
        QTest::newRow("job execution of a manager")
            << QStringList{QStringLiteral("managers"), QStringLiteral("nodes"), QStringLiteral("jobExecutionStatus")};
    }

    void unknownValuesOfEnumerationsStayUnknown()
    {
        QFETCH(QStringList, path);
        RunnerDecoder decoder(instance);
        const auto runner = decoder.runner(json(changed(fullRunner(), path, QStringLiteral("DRAIN_ZONE_42"))).root());
        QVERIFY(runner);
        const int unknown = (runner->type == RunnerType::Unknown) + (runner->accessLevel == AccessLevel::Unknown)
            + (runner->jobExecution == JobExecution::Unknown) + (runner->creationMethod == CreationMethod::Unknown)
            + (runner->creationState == CreationState::Unknown) + (runner->creator->state == UserState::Unknown)
            + (runner->creator->kind == UserKind::Unknown)
            + (runner->managers.at(0).jobExecution == JobExecution::Unknown);
        QCOMPARE(unknown, 1);
    }

    void missingAndForeignValuesAreUnknown()
    {
        RunnerDecoder decoder(instance);
        const auto runner =
            decoder.runner(json(ticks("{`id`:`gid://gitlab/Ci::Runner/1`,`runnerType`:`SHINY_TYPE`,`paused`:`yes`,"
                                      "`jobCount`:`many`,`tagList`:{`a`:1},`createdAt`:`yesterday`,`createdBy`:[],`"
                                      "groups`:7,`managers`:[],`jobExecutionStatus`:null}"))
                               .root());
        QVERIFY(runner);
        QCOMPARE(runner->type, RunnerType::Unknown);
        QCOMPARE(runner->jobExecution, JobExecution::Unknown);
        QVERIFY(!runner->jobCount && !runner->createdAt && !runner->creator && !runner->owner);
        QVERIFY(runner->tags.isEmpty());
        QVERIFY(runner->managersComplete());
    }

    void rowsWithoutAnIdAreLeftOutAndCounted()
    {
        RunnerDecoder decoder(instance);
        const RunnerPage page = decoder.page(json(
            ticks("{`count`:4,`pageInfo`:{`hasNextPage`:true,`endCursor`:`abc`},"
                  "`nodes`:[{`id`:`gid://gitlab/Ci::Runner/1`},null,{`id`:7},{`id`:`gid://gitlab/Ci::Runner/x`}]}"))
                                                 .root());
        QCOMPARE(page.runners.size(), std::size_t(1));
        QCOMPARE(page.unreadable, 3);
        QCOMPARE(page.total, std::optional<qint64>(4));
        QVERIFY(page.hasNextPage);
        QCOMPARE(page.endCursor, QStringLiteral("abc"));
    }

    void ownersAndCreatorsAreShared()
    {
        RunnerDecoder decoder(instance);
        const QByteArray text = ticks(
            "{`id`:`gid://gitlab/Ci::Runner/1`,`groups`:{`nodes`:[{`id`:`gid://gitlab/Group/3`,`fullPath`:`acme`}]},"
            "`createdBy`:{`id`:`gid://gitlab/User/5`,`username`:`anna`}}");
        const auto a = decoder.runner(json(text).root());
        const auto b = decoder.runner(json(text).root());
        QCOMPARE(a->owner.get(), b->owner.get());
        QCOMPARE(a->creator.get(), b->creator.get());
        QCOMPARE(a->creator->kind, UserKind::Unknown);
    }

    void bots_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<bool>("isBot");
        QTest::newRow("human") << (ticks("`bot`:false,`type`:`HUMAN`")) << false;
        QTest::newRow("project bot") << (ticks("`bot`:true,`type`:`PROJECT_BOT`")) << true;
        QTest::newRow("service account") << (ticks("`bot`:false,`type`:`SERVICE_ACCOUNT`")) << true;
        QTest::newRow("bot of a new type") << (ticks("`bot`:true,`type`:`DRAIN_ZONE`")) << true;
        QTest::newRow("older server") << (ticks("`bot`:true")) << true;
    }

    void bots()
    {
        QFETCH(QByteArray, user);
        QFETCH(bool, isBot);
        RunnerDecoder decoder(instance);
        const auto runner = decoder.runner(
            json(ticks("{`id`:`gid://gitlab/Ci::Runner/1`,`createdBy`:{`id`:`gid://gitlab/User/5`,") + user + "}}")
                .root());
        QCOMPARE(runner->creator->kind == UserKind::Bot, isBot);
    }

    void globalIds()
    {
        QCOMPARE(numberOfGlobalId("gid://gitlab/Ci::Runner/42"), std::optional<qint64>(42));
        QVERIFY(!numberOfGlobalId("gid://gitlab/Ci::Runner/"));
        QVERIFY(!numberOfGlobalId("gid://gitlab/Ci::Runner/-1"));
        QVERIFY(!numberOfGlobalId({}));
        QCOMPARE(globalRunnerId({instance, 42}), QStringLiteral("gid://gitlab/Ci::Runner/42"));
    }

    void ancestorsFromTheTopDown()
    {
        const OwnerChain chain =
            decodeAncestors(json(ticks("{`group`:{`fullPath`:`a/b`,`name`:`B`,`webUrl`:`u2`,"
                                       "`parent`:{`fullPath`:`a`,`name`:`A`,`webUrl`:`u1`,`parent`:null}}}"))
                                .root());
        QCOMPARE(chain,
            (OwnerChain{{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("u1")},
                {QStringLiteral("a/b"), QStringLiteral("B"), QStringLiteral("u2")}}));
        QVERIFY(decodeAncestors(json(ticks("{`group`:null}")).root()).empty());
    }
};

QTEST_GUILESS_MAIN(TestRunnerDecoder)
#include "tst_runnerdecoder.moc"

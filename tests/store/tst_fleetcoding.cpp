// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bytes.h"
#include "app/store/fleetcoding.h"
#include "models/rules/status.h"
#include "tests/store/storefixture.h"
#include "tests/support/fleettext.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace Runnerscope;

namespace {

/// Every field has a value that no other field has, and that is not the one it begins with.
Runner fullRunner()
{
    using std::chrono::milliseconds;
    Runner r;
    r.id = {Test::instance, 42};
    r.shortSha = QStringLiteral("sha");
    r.description = QStringLiteral("caf\u00e9 \u4e2d ") + QChar(0xd800); // half of a pair
    r.maintenanceNote = QStringLiteral("n");
    r.tokenExpiresAt = Test::now + milliseconds(14);
    r.tags = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")};
    r.owner = std::make_shared<const Owner>(Owner{OwnerKind::Project, 5, QStringLiteral("p/q"), QStringLiteral("q"),
        QStringLiteral("P / Q"), QStringLiteral("https://x/p/q")});
    r.creator = std::make_shared<const User>(User{
        6, QStringLiteral("u"), QStringLiteral("U"), QStringLiteral("https://x/u"), UserState::Banned, UserKind::Bot});
    r.managers = {{7, QStringLiteral("s_1"), QStringLiteral("18.1.0"), QStringLiteral("rev"), QStringLiteral("linux"),
        QStringLiteral("amd64"), QStringLiteral("docker"), QStringLiteral("10.0.0.1"), Test::now - milliseconds(1),
        Test::now + milliseconds(2), JobExecution::Active}};
    r.managerCount = 8;
    r.jobCount = 9;
    r.projectCount = 10;
    r.maximumTimeout = 11;
    r.createdAt = Test::now - milliseconds(12);
    r.contactedAt = Test::now - milliseconds(13);
    r.type = RunnerType::Project;
    r.accessLevel = AccessLevel::RefProtected;
    r.jobExecution = JobExecution::Active;
    r.creationMethod = CreationMethod::AuthenticatedUser;
    r.creationState = CreationState::Finished;
    r.paused = r.locked = r.runUntagged = true;
    return r;
}

FleetRow rowOf(const Runner &runner, ServerTime readAt = Test::now)
{
    return {std::make_shared<const Runner>(runner), readAt, statusOf(runner, readAt)};
}

std::vector<FleetRow> readBack(qint64 key, const QByteArray &encoded)
{
    RowDecoder decoder(Test::instance);
    std::vector<FleetRow> rows;
    return decoder.decodeRows(key, encoded, rows) == Decoding::Ok ? rows : std::vector<FleetRow>();
}

constexpr qsizetype headSize = 9;

/// Gives bytes the checksum that they should have as rows.
void sign(QByteArray &encoded, qint64 key)
{
    QByteArray signedBytes(1, '\0'); // the kind
    signedBytes += encoded.front();
    for (int byte = 0; byte < 8; ++byte)
        signedBytes += static_cast<char>(key >> (8 * byte));
    signedBytes += encoded.mid(headSize);
    const quint64 sum = fnv1a(fnvOffsetBasis, signedBytes.constData(), signedBytes.size());
    for (int byte = 0; byte < 8; ++byte)
        encoded[1 + byte] = static_cast<char>(sum >> (8 * byte));
}

QByteArray sample()
{
    const Fleet fleet = Test::numberedFleet(40, 1);
    return encodeRows(10, fleet.rows);
}

} // namespace

class TestFleetCoding : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldReturns()
    {
        Runner emptyRunner;
        emptyRunner.id = {Test::instance, 43};
        const std::vector rows{rowOf(fullRunner()), rowOf(emptyRunner, Test::now + std::chrono::hours(1))};
        const auto read = readBack(1, encodeRows(1, rows));
        QCOMPARE(read.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY(*read[i].runner == *rows[i].runner);
            QVERIFY(read[i].readAt == rows[i].readAt);
            QVERIFY(read[i].status == rows[i].status);
        }
    }

    void stateReturns()
    {
        FleetState state;
        state.source = {Test::instance, QStringLiteral("label"), QStringLiteral("https://x"), QStringLiteral("18.1"),
            QStringLiteral("anna"), true};
        state.coverage = {Coverage::Kind::Whole, 12};
        state.asOf = Test::now;
        state.notes = {{QStringLiteral("cursor"), QByteArray("\0x", 2)}};
        FleetState read;
        QVERIFY(RowDecoder(Test::instance).decodeState(encodeState(state), read) == Decoding::Ok);
        QVERIFY(read.source == state.source);
        QVERIFY(read.coverage == state.coverage);
        QVERIFY(read.asOf == state.asOf);
        QCOMPARE(read.notes, state.notes);
    }

    void managersReturn()
    {
        const RunnerManager manager = fullRunner().managers.front();
        QVERIFY(decodeManager(encodeManager(manager)) == manager);
        QVERIFY(!decodeManager({}));
        QVERIFY(!decodeManager(encodeRows(0, {})));
    }

    void rowsShareWhatRepeats()
    {
        RowDecoder decoder(Test::instance);
        std::vector<FleetRow> rows;
        for (const qint64 number : {1, 2}) {
            Runner runner = fullRunner();
            runner.id.number = number;
            const FleetRow row = rowOf(runner);
            QVERIFY(decoder.decodeRows(number, encodeRows(number, std::span(&row, 1)), rows) == Decoding::Ok);
        }
        QCOMPARE(rows[0].runner->owner.get(), rows[1].runner->owner.get());
        QCOMPARE(rows[0].runner->creator.get(), rows[1].runner->creator.get());
        QCOMPARE(rows[0].runner->tags[0].constData(), rows[1].runner->tags[2].constData());
    }

    /// Bytes that version 1 has written: files with them exist, and every later version reads them.
    void version1IsRead()
    {
        QFile file(QStringLiteral(DATA_PATH "/rows-1.bin"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = readBack(42, file.readAll());
        QCOMPARE(rows.size(), std::size_t(1));
        Runner expected = fullRunner();
        expected.maintenanceNote.clear(); // since version 2, with the expiry of the token
        expected.tokenExpiresAt.reset();
        QVERIFY(*rows.front().runner == expected);
    }

    void newerBytesAreToldFromDamage()
    {
        QByteArray encoded = encodeRows(1, {});
        std::vector<FleetRow> rows;
        encoded[0] = static_cast<char>(encodingVersion + 1);
        QVERIFY(RowDecoder(Test::instance).decodeRows(1, encoded, rows) == Decoding::Damaged);
        sign(encoded, 1);
        QVERIFY(RowDecoder(Test::instance).decodeRows(1, encoded, rows) == Decoding::Newer);
    }

    void misplacedRowsAreSeen()
    {
        std::vector<FleetRow> rows;
        QVERIFY(RowDecoder(Test::instance).decodeRows(2, encodeRows(1, {}), rows) == Decoding::Damaged);
    }

    /// What a program with bad intent may write: the checksum is right.
    void signedNonsenseIsHarmless()
    {
        const QByteArray good = sample();
        std::mt19937 random(2026);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bad = good;
            for (auto places = 1 + random() % 3; places > 0; --places)
                bad[headSize + static_cast<qsizetype>(random() % static_cast<quint32>(bad.size() - headSize))] =
                    static_cast<char>(random());
            sign(bad, 10);
            for (const FleetRow &row : readBack(10, bad))
                QVERIFY(row.runner && row.runner->id.instance == Test::instance);
        }
    }

    void everyFlippedBitIsSeen()
    {
        const QByteArray good = sample();
        QVERIFY(!readBack(10, good).empty());
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
            QVERIFY(readBack(10, bad).empty());
        }
    }

    void everyCutIsSeen()
    {
        const QByteArray good = sample();
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(readBack(10, good.left(size)).empty());
    }

    void numbersAndTextsOfAnySizeReturn()
    {
        ByteWriter writer;
        const std::vector<qint64> numbers{
            0, -1, 1, 63, 64, -65, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
        for (const qint64 number : numbers)
            writer.number(zigzag(number));
        writer.text(QString(300, u'x'));
        writer.text(QString(300, QChar(0x4e2d)));
        ByteReader reader(writer.written().constData(), writer.written().size());
        for (const qint64 number : numbers)
            QCOMPARE(unzigzag(reader.number()), number);
        QCOMPARE(reader.text(), QString(300, u'x'));
        QCOMPARE(reader.text(), QString(300, QChar(0x4e2d)));
        QVERIFY(reader.ok() && reader.atEnd());
        QCOMPARE(reader.number(), quint64(0));
        QVERIFY(!reader.ok());
    }
};

QTEST_GUILESS_MAIN(TestFleetCoding)
#include "tst_fleetcoding.moc"

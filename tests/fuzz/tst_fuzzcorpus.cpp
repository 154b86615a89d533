// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QTest>

#include <functional>

using namespace Runnerscope;

namespace {

QList<QByteArray> corpus(const QString &name)
{
    const QDir folder(QStringLiteral(CORPUS_PATH "/") + name);
    QList<QByteArray> inputs;
    for (const QString &entry : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(entry));
        if (file.open(QIODevice::ReadOnly))
            inputs.append(file.readAll());
    }
    return inputs;
}

/// Every input as it is, then damaged copies of all in turn. A broken promise ends the process.
void run(const QString &name, int copies, const std::function<void(const QByteArray &)> &target)
{
    const QList<QByteArray> inputs = corpus(name);
    QVERIFY(!inputs.isEmpty());
    for (const QByteArray &input : inputs)
        target(input);
    std::mt19937 random(20260325);
    for (int i = 0; i < copies; ++i)
        target(Test::mutated(inputs[i % inputs.size()], random));
}

} // namespace

class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void answers() { run(QStringLiteral("answer"), 2000, Fuzz::answer); }
    void addresses() { run(QStringLiteral("address"), 3000, Fuzz::address); }
    void caches() { run(QStringLiteral("cache"), 3000, Fuzz::cache); }
    void filters() { run(QStringLiteral("filter"), 2000, Fuzz::filter); }
    void decoders() { run(QStringLiteral("decoders"), 3000, Fuzz::decoders); }
    void jobLinks() { run(QStringLiteral("joblink"), 5000, Fuzz::joblink); }
    void jobs() { run(QStringLiteral("jobs"), 1000, Fuzz::jobs); }
    void notes() { run(QStringLiteral("notes"), 3000, Fuzz::notes); }
    void queues() { run(QStringLiteral("queue"), 500, Fuzz::queue); }
    void versions() { run(QStringLiteral("version"), 5000, Fuzz::version); }
    void views() { run(QStringLiteral("views"), 2000, Fuzz::views); }
};

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"

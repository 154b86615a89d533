// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tokendescriptor.h"

#include <QTest>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

using namespace Runnerscope;
using namespace Runnerscope::Cli;

namespace {

constexpr auto token = "glpat-OpenSesame0123456789";

/// What is read from a pipe into which these parts are written.
std::variant<Secret, QString> readParts(const QList<QByteArray> &parts, int *descriptor = nullptr)
{
    int ends[2];
    if (pipe(ends) != 0)
        return QStringLiteral("no pipe");
    if (descriptor)
        *descriptor = ends[0];
    std::thread writer([&parts, into = ends[1]] {
        for (const QByteArray &part : parts) {
            if (write(into, part.constData(), static_cast<std::size_t>(part.size())) < 0)
                break; // the reader has had enough
        }
        close(into);
    });
    auto result = readToken(ends[0]);
    writer.join();
    return result;
}

QByteArray tokenIn(const QList<QByteArray> &parts)
{
    const auto result = readParts(parts);
    const auto *secret = std::get_if<Secret>(&result);
    return secret ? secret->reveal() : QByteArray("none");
}

QString complaintOf(const QList<QByteArray> &parts)
{
    const auto result = readParts(parts);
    const auto *complaint = std::get_if<QString>(&result);
    return complaint ? *complaint : QString();
}

} // namespace

class TestTokenDescriptor : public QObject
{
    Q_OBJECT

private slots:
    void theFirstLineIsTheToken()
    {
        QCOMPARE(tokenIn({token}), QByteArray(token));
        QCOMPARE(tokenIn({QByteArray(token) + "\n"}), QByteArray(token));
        QCOMPARE(tokenIn({QByteArray(token) + "\r\nmore\n"}), QByteArray(token));
        QCOMPARE(tokenIn({"glpat-", "OpenSesame", "0123456789\n"}), QByteArray(token));
        QCOMPARE(tokenIn({QByteArray(4096, 'x')}), QByteArray(4096, 'x'));
    }

    void nothingIsSaid()
    {
        for (const char *content : {"", "\n", "  \nglpat-OpenSesame0123456789"})
            QVERIFY(complaintOf({content}).contains(QStringLiteral("holds no token")));
    }

    void tooMuchIsSaidAndNotRepeated()
    {
        const QString complaint = complaintOf({QByteArray(5000, 'x')});
        QVERIFY(complaint.contains(QStringLiteral("too long")));
        QVERIFY(!complaint.contains(QStringLiteral("xxx")));
    }

    void closedDescriptorsAreSaid()
    {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        close(ends[0]);
        close(ends[1]);
        QVERIFY(std::get<QString>(readToken(ends[0])).contains(QStringLiteral("file descriptor %1").arg(ends[0])));
    }

    void theDescriptorIsClosed()
    {
        int descriptor = -1;
        readParts({token}, &descriptor);
        QCOMPARE(fcntl(descriptor, F_GETFD), -1);
    }
};

QTEST_GUILESS_MAIN(TestTokenDescriptor)
#include "tst_tokendescriptor.moc"

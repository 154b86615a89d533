// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace Runnerscope::Test {

/// A GitLab simulator in a process of its own, on a free port of this computer. It ends with this object, and with the
/// test when that is killed.
class Simulator
{
public:
    /// \a options as tests/simulator/server.mjs takes them. The simulator answers when the constructor returns.
    explicit Simulator(const QStringList &options = {});
    ~Simulator();
    Q_DISABLE_COPY_MOVE(Simulator)

    bool isRunning() const { return !m_url.isEmpty(); }
    QString url() const { return m_url; }
    QByteArray token() const { return m_token; }

    /// Below /-/simulator; see tests/simulator/README.md.
    QJsonObject control(const QString &action, const QJsonDocument &body);
    QJsonObject ask(const QString &what);

    void setFaults(const QByteArray &json) { control(QStringLiteral("faults"), QJsonDocument::fromJson(json)); }
    /// The next \a times that an operation is asked for, \a json is the answer.
    void answerInstead(const QString &operation, const QByteArray &json, int times);
    /// Sets up a prepared situation; its project, jobs and runners.
    QJsonObject prepare(const QString &situation);
    void changeFleet(const QByteArray &json) { control(QStringLiteral("fleet"), QJsonDocument::fromJson(json)); }
    void changeToken(const QByteArray &json) { control(QStringLiteral("tokens"), QJsonDocument::fromJson(json)); }
    void changeMember(const QByteArray &json) { control(QStringLiteral("members"), QJsonDocument::fromJson(json)); }
    void advanceClock(qint64 seconds);
    /// How often an operation was asked for since the start.
    int asked(const QString &operation);

private:
    QProcess m_process;
    QString m_url;
    QByteArray m_token;
};

} // namespace Runnerscope::Test

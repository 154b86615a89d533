// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulator.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <memory>

namespace Runnerscope::Test {

namespace {

QJsonObject finish(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        qFatal("the simulator refused: %s", qUtf8Printable(reply->errorString() + QString::fromUtf8(reply->readAll())));
    return QJsonDocument::fromJson(reply->readAll()).object();
}

} // namespace

Simulator::Simulator(const QStringList &options)
{
    m_process.setProgram(QStringLiteral(NODE_PATH));
    m_process.setArguments(
        QStringList{QStringLiteral(SIMULATOR_PATH), QStringLiteral("--until-stdin-closes")} + options);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start();
    constexpr int patience = 60'000; // milliseconds; 100,000 runners on a busy machine
    while (!m_process.canReadLine() && m_process.waitForReadyRead(patience)) { }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_url = ready.value(QLatin1String("url")).toString();
    m_token = ready.value(QLatin1String("token")).toString().toUtf8();
}

Simulator::~Simulator()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QJsonObject Simulator::control(const QString &action, const QJsonDocument &body)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    QNetworkRequest request(QUrl(m_url.section(u'/', 0, 2) + QStringLiteral("/-/simulator/") + action));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return finish(network.post(request, body.toJson()));
}

QJsonObject Simulator::ask(const QString &what)
{
    QNetworkAccessManager network;
    network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    return finish(
        network.get(QNetworkRequest(QUrl(m_url.section(u'/', 0, 2) + QStringLiteral("/-/simulator/") + what))));
}

QJsonObject Simulator::prepare(const QString &situation)
{
    return control(QStringLiteral("situations"), QJsonDocument(QJsonObject{{QStringLiteral("name"), situation}}));
}

void Simulator::answerInstead(const QString &operation, const QByteArray &json, int times)
{
    const QJsonObject fault{{QStringLiteral("kind"), QStringLiteral("status")}, {QStringLiteral("status"), 200},
        {QStringLiteral("contentType"), QStringLiteral("application/json")},
        {QStringLiteral("body"), QString::fromUtf8(json)}, {QStringLiteral("match"), operation},
        {QStringLiteral("times"), times}};
    control(QStringLiteral("faults"), QJsonDocument(QJsonArray{fault}));
}

void Simulator::advanceClock(qint64 seconds)
{
    control(QStringLiteral("clock"), QJsonDocument(QJsonObject{{QStringLiteral("advance"), seconds}}));
}

int Simulator::asked(const QString &operation)
{
    return ask(QStringLiteral("stats")).value(QLatin1String("byOperation")).toObject().value(operation).toInt();
}

} // namespace Runnerscope::Test

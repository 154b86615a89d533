// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secretservice.h"

#ifdef RUNNERSCOPE_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLibrary>
#endif

#include <utility>

namespace Runnerscope::SecretService {

namespace {

void answerLater(QObject *context, std::function<void(Entry)> found, Entry entry)
{
    QMetaObject::invokeMethod(
        context, [found = std::move(found), entry] { found(entry); }, Qt::QueuedConnection);
}

#ifdef RUNNERSCOPE_SECRET_SERVICE

using Paths = QList<QDBusObjectPath>;

constexpr int patience = 3000; // milliseconds, for an answer that takes the service none of a person's time

Entry entryOf(const QDBusPendingReply<Paths, Paths> &reply)
{
    switch (reply.error().type()) {
    case QDBusError::NoError:
        break;
    case QDBusError::ServiceUnknown:
    case QDBusError::Disconnected:
        return Entry::NoService;
    default:
        return reply.error().name() == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner") ? Entry::NoService
                                                                                                  : Entry::Unknown;
    }
    if (!reply.argumentAt<1>().isEmpty())
        return Entry::Locked;
    return reply.argumentAt<0>().isEmpty() ? Entry::Absent : Entry::Unlocked;
}

#endif

} // namespace

void look(const QMap<QString, QString> &attributes, QObject *context, std::function<void(Entry)> found)
{
#ifdef RUNNERSCOPE_SECRET_SERVICE
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        answerLater(context, std::move(found), Entry::NoService);
        return;
    }
    qDBusRegisterMetaType<QMap<QString, QString>>();
    auto question = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
        QStringLiteral("SearchItems"));
    question.setAutoStartService(false);
    question << QVariant::fromValue(attributes);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, found = std::move(found)] {
        watcher->deleteLater();
        found(entryOf(*watcher));
    });
#else
    Q_UNUSED(attributes)
    answerLater(context, std::move(found), Entry::Unknown);
#endif
}

void forgetSession()
{
#ifdef RUNNERSCOPE_SECRET_SERVICE
    using Disconnect = void (*)();
    // As QtKeychain loads it, which does without where it is missing.
    static const auto disconnect =
        reinterpret_cast<Disconnect>(QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect)
        disconnect();
#endif
}

} // namespace Runnerscope::SecretService

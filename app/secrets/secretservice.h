// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QString>

#include <functional>

/// What the key store of a Linux desktop (org.freedesktop.secrets on the session bus) says of an entry without opening
/// it. QtKeychain takes what is locked for absent: its reading finds "no entry", and its removing reports success.
namespace Runnerscope::SecretService {

enum class Entry {
    Unknown, ///< no answer that helps; always so on other systems
    NoService, ///< nobody on the bus answers for secrets, or there is no bus
    Absent,
    Locked,
    Unlocked,
};

/// Looks for an entry that has these \a attributes. Starts no service and asks no person anything. \a found is called
/// once from the event loop, on the thread of \a context, and not at all once that is gone.
void look(const QMap<QString, QString> &attributes, QObject *context, std::function<void(Entry)> found);

/// Makes libsecret, which QtKeychain works by, begin a new session with the service at its next use. It keeps the one
/// it has for good, also when the service has been started anew meanwhile and knows nothing of it: writing fails then.
void forgetSession();

} // namespace Runnerscope::SecretService

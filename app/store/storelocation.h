// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Runnerscope {

/// The folder in which both programs keep fleets: the platform's folder for data of this application (see
/// settings/identity.h).
QString storeFolder();

/// The name of the file for one user of one instance. Any two texts give a name that every file system takes; other
/// texts, another name. Its beginning lets people recognise it.
QString storeFileName(const QString &instanceKey, const QString &userName);

/// The file in storeFolder() that was written last of those for \a instanceKey, whoever the user; empty when there is
/// none.
QString newestStoreFile(const QString &instanceKey);

/// Removes all files in storeFolder() for \a instanceKey, whoever the user: databases, what SQLite keeps beside them,
/// and damaged ones that were set aside. Those that a running program writes stay, and are named: native paths.
QStringList removeStoreFiles(const QString &instanceKey);

/// Makes \a folder and what is missing above it, for this user only. Whether it is there then.
bool makePrivateFolder(const QString &folder);

/// Makes \a file, empty and for this user only, unless it is there already. Whether it is there then.
bool makePrivateFile(const QString &file);

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storelocation.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr QFile::Permissions forOwner = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions forOthers =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// What of a text may stand in any file name, in small letters.
QString legible(const QString &text)
{
    constexpr qsizetype longest = 60;
    QString result;
    for (const QChar character : text.toLower()) {
        const char16_t code = character.unicode();
        const bool plain = (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9');
        if (plain || (code == u'.' && !result.isEmpty()))
            result += character;
        else if (!result.isEmpty() && !result.endsWith(u'-'))
            result += u'-';
    }
    return result.left(longest);
}

const QString ending = QStringLiteral(".sqlite");

/// Of the names of all files for an instance. Keys as this program makes them never share one.
QString beginningFor(const QString &instanceKey)
{
    return legible(instanceKey) + u'_';
}

QFileInfoList filesFor(const QString &beginning)
{
    return QDir(storeFolder()).entryInfoList({beginning + u'*'}, QDir::Files | QDir::Hidden);
}

/// SQLite collects what is written in a log beside the file; an empty one comes from reading.
QDateTime writtenAt(const QFileInfo &file)
{
    const QFileInfo log(file.filePath() + QStringLiteral("-wal"));
    return log.size() > 0 ? std::max(file.lastModified(), log.lastModified()) : file.lastModified();
}

/// Removes a store and all whose names begin as its own. False when another program writes it, or some of it stays.
bool removeStore(const QString &file)
{
    QLockFile lock(file + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // as the writer does
    if (!lock.tryLock(0))
        return false;
    bool removed = true;
    for (const QFileInfo &part : filesFor(QFileInfo(file).fileName())) {
        if (part.suffix() != QLatin1String("lock"))
            removed = QFile::remove(part.filePath()) && removed;
    }
    return removed;
}

} // namespace

QString storeFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/fleets");
}

QString storeFileName(const QString &instanceKey, const QString &userName)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(instanceKey.size()).append(':'));
    for (const QString &text : {instanceKey, userName}) // as they are: not every text has a UTF-8
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    constexpr qsizetype hexDigits = 16;
    const QString digest = QString::fromLatin1(hash.result().toHex().left(hexDigits));
    return beginningFor(instanceKey) + legible(userName) + u'_' + digest + ending;
}

QString newestStoreFile(const QString &instanceKey)
{
    QFileInfoList files = filesFor(beginningFor(instanceKey));
    files.removeIf([](const QFileInfo &file) { return !file.fileName().endsWith(ending); });
    const auto newest = std::ranges::max_element(files, {}, writtenAt);
    return newest == files.end() ? QString() : newest->filePath();
}

QStringList removeStoreFiles(const QString &instanceKey)
{
    QStringList stores;
    for (const QFileInfo &file : filesFor(beginningFor(instanceKey))) {
        const QString path = file.filePath();
        if (const qsizetype end = path.lastIndexOf(ending); end >= 0)
            stores.append(path.left(end + ending.size()));
    }
    stores.removeDuplicates();
    stores.removeIf(removeStore);
    for (QString &left : stores)
        left = QDir::toNativeSeparators(left);
    return stores;
}

bool makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir()) {
        if (info.permissions() & forOthers)
            QFile::setPermissions(folder, forOwner | QFile::ExeOwner);
        return true;
    }
    const QString parent = info.absolutePath();
    if (!QFileInfo(parent).isDir() && !makePrivateFolder(parent))
        return false;
    return QDir(parent).mkdir(info.fileName(), forOwner | QFile::ExeOwner) || QFileInfo(folder).isDir();
}

bool makePrivateFile(const QString &file)
{
    if (QFileInfo::exists(file))
        return true;
    QFile made(file);
    return made.open(QIODevice::WriteOnly | QIODevice::NewOnly, forOwner) || QFileInfo::exists(file);
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedinstances.h"

#include "app/gitlab/serveraddress.h"
#include "models/rules/savednames.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QSettings>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Kind = InstanceTrouble::Kind;

const QString nameKey = QStringLiteral("name");
const QString addressKey = QStringLiteral("address");
const QString userNameKey = QStringLiteral("userName");
const QString caFileKey = QStringLiteral("caFile");
const QString certificateKey = QStringLiteral("clientCertificateFile");
const QString keyFileKey = QStringLiteral("clientKeyFile");
const QString proxyKey = QStringLiteral("proxy");
const QString proxyModeKey = QStringLiteral("proxyMode");
const QString productionKey = QStringLiteral("production");
const QString readOnlyKey = QStringLiteral("readOnly");
const QString positionKey = QStringLiteral("position");

const std::pair<ProxyMode, QLatin1String> proxyModes[] = {
    {ProxyMode::System, QLatin1String("system")},
    {ProxyMode::None, QLatin1String("none")},
    {ProxyMode::Given, QLatin1String("given")},
};

struct Entry
{
    InstanceProfile profile;
    int position = 0;
};

/// An unquoted comma makes a list of a text that was written by hand.
QString textAt(const QSettings &settings, const QString &key)
{
    const QVariant value = settings.value(key);
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(QStringLiteral(", "))
                                                    : value.toString();
}

std::optional<ProxyMode> proxyModeFrom(const QString &text)
{
    if (text.isEmpty())
        return ProxyMode::System;
    const auto *found = std::ranges::find(proxyModes, text, &std::pair<ProxyMode, QLatin1String>::second);
    return found == std::end(proxyModes) ? std::nullopt : std::optional(found->first);
}

QString textOf(ProxyMode mode)
{
    return std::ranges::find(proxyModes, mode, &std::pair<ProxyMode, QLatin1String>::first)->second;
}

QString textOf(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

/// What is no number is as usual; one that is too small or too large is the nearest that may be.
RefreshSettings refreshIn(const QSettings &settings)
{
    RefreshSettings refresh;
    for (const RefreshField &field : refreshFields) {
        bool isNumber = false;
        const int number = textAt(settings, QString::fromLatin1(field.name)).toInt(&isNumber);
        if (isNumber)
            refresh.*field.value = std::clamp(number, field.least, field.most);
    }
    return refresh;
}

/// Keys name secrets and files.
bool isKey(const QString &text)
{
    static const QRegularExpression key(QStringLiteral("^[A-Za-z0-9-]{1,64}$"));
    return key.match(text).hasMatch();
}

/// QSettings drops lines that it does not understand, and tells of them only the first time that it reads a file.
bool isIniLine(const QByteArray &line)
{
    return line.isEmpty() || line.startsWith(';') || (line.startsWith('[') && line.endsWith(']'))
        || (!line.startsWith('[') && line.contains('=') && !line.contains('\0'));
}

std::optional<InstanceTrouble> troubleWith(const QString &path)
{
    const QString nativePath = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return InstanceTrouble{Kind::FileUnusable, {}, nativePath};
    const QList<QByteArray> lines = file.readAll().split('\n');
    const bool isIni = std::ranges::all_of(lines, [](const QByteArray &line) { return isIniLine(line.trimmed()); });
    return isIni ? std::nullopt : std::optional<InstanceTrouble>({Kind::FileDamaged, {}, nativePath});
}

bool isAddress(const QString &text)
{
    return std::holds_alternative<ServerAddress>(ServerAddress::parse(text));
}

/// What cannot be read of production and readOnly is taken for the careful one of the two.
Entry entryIn(const QSettings &settings, const QString &key)
{
    Entry entry;
    entry.position = settings.value(positionKey).toInt();
    InstanceProfile &profile = entry.profile;
    profile.key = key;
    profile.name = textAt(settings, nameKey).trimmed();
    profile.address = textAt(settings, addressKey).trimmed();
    profile.userName = textAt(settings, userNameKey);
    profile.caFile = textAt(settings, caFileKey);
    profile.clientCertificateFile = textAt(settings, certificateKey);
    profile.clientKeyFile = textAt(settings, keyFileKey);
    profile.proxy = textAt(settings, proxyKey);
    profile.refresh = refreshIn(settings);
    profile.production = settings.contains(productionKey) && textAt(settings, productionKey) != QLatin1String("false");
    profile.readOnly = textAt(settings, readOnlyKey) != QLatin1String("false");
    return entry;
}

/// Nothing when the section is no usable entry.
std::optional<Entry> readEntry(QSettings &settings, const QString &key)
{
    settings.beginGroup(key);
    Entry entry = entryIn(settings, key);
    const auto mode = proxyModeFrom(textAt(settings, proxyModeKey));
    settings.endGroup();
    if (!mode || !isKey(key) || !SavedNames::isUsable(entry.profile.name) || !isAddress(entry.profile.address))
        return std::nullopt;
    entry.profile.proxyMode = *mode;
    return entry;
}

void writeEntry(QSettings &settings, const InstanceProfile &profile)
{
    settings.beginGroup(profile.key);
    settings.setValue(nameKey, profile.name);
    settings.setValue(addressKey, profile.address);
    settings.setValue(userNameKey, profile.userName);
    settings.setValue(caFileKey, profile.caFile);
    settings.setValue(certificateKey, profile.clientCertificateFile);
    settings.setValue(keyFileKey, profile.clientKeyFile);
    settings.setValue(proxyKey, profile.proxy);
    settings.setValue(proxyModeKey, textOf(profile.proxyMode));
    for (const RefreshField &field : refreshFields)
        settings.setValue(QString::fromLatin1(field.name), profile.refresh.*field.value);
    settings.setValue(productionKey, textOf(profile.production));
    settings.setValue(readOnlyKey, textOf(profile.readOnly));
    settings.endGroup();
}

int nextPosition(QSettings &settings)
{
    int last = 0;
    for (const QString &key : settings.childGroups())
        last = std::max(last, settings.value(key + u'/' + positionKey).toInt());
    return last + 1;
}

QString labelOf(QSettings &settings, const QString &key)
{
    const QString name = textAt(settings, key + u'/' + nameKey).trimmed();
    return name.isEmpty() ? key : name;
}

SavedInstances::List listIn(QSettings &settings, const QString &file)
{
    SavedInstances::List list;
    const QString nativeFile = QDir::toNativeSeparators(file);
    if (const auto trouble = troubleWith(file))
        list.troubles.push_back(*trouble);
    std::vector<Entry> entries;
    for (const QString &key : settings.childGroups()) {
        if (auto entry = readEntry(settings, key))
            entries.push_back(std::move(*entry));
        else
            list.troubles.push_back({Kind::EntryUnusable, labelOf(settings, key), nativeFile});
    }
    std::ranges::stable_sort(entries, {}, &Entry::position);
    for (Entry &entry : entries) {
        if (list.find(entry.profile.name))
            list.troubles.push_back({Kind::NameTwice, entry.profile.name, nativeFile});
        else
            list.profiles.push_back(std::move(entry.profile));
    }
    return list;
}

/// Whether another instance than that of \a profile has its name.
bool isTaken(const SavedInstances::List &list, const InstanceProfile &profile)
{
    const InstanceProfile *other = list.find(profile.name);
    return other && other->key != profile.key;
}

QString fileOfUser()
{
    return QSettings(
        QSettings::IniFormat, QSettings::UserScope, QCoreApplication::organizationName(), QStringLiteral("instances"))
        .fileName();
}

} // namespace

SavedInstances::SavedInstances() :
    SavedInstances(fileOfUser())
{
}

SavedInstances::SavedInstances(QString file) :
    m_file(std::move(file))
{
}

const InstanceProfile *SavedInstances::List::find(const QString &name) const
{
    const auto found = std::ranges::find_if(
        profiles, [&name](const InstanceProfile &profile) { return SavedNames::areSame(profile.name, name); });
    return found == profiles.end() ? nullptr : &*found;
}

SavedInstances::List SavedInstances::list() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    return listIn(settings, m_file);
}

std::variant<InstanceProfile, InstanceTrouble> SavedInstances::add(InstanceProfile profile)
{
    profile.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto trouble = change([&profile](QSettings &settings, const List &list) -> std::optional<InstanceTrouble> {
        if (!SavedNames::isUsable(profile.name))
            return InstanceTrouble{Kind::NameUnusable, profile.name, {}};
        if (isTaken(list, profile))
            return InstanceTrouble{Kind::NameTaken, profile.name, {}};
        const int position = nextPosition(settings);
        writeEntry(settings, profile);
        settings.setValue(profile.key + u'/' + positionKey, position);
        return std::nullopt;
    });
    if (trouble)
        return *trouble;
    return profile;
}

std::optional<InstanceTrouble> SavedInstances::update(const InstanceProfile &profile)
{
    return change([&profile](QSettings &settings, const List &list) -> std::optional<InstanceTrouble> {
        if (!settings.childGroups().contains(profile.key))
            return InstanceTrouble{Kind::NotSaved, profile.name, {}};
        if (!SavedNames::isUsable(profile.name))
            return InstanceTrouble{Kind::NameUnusable, profile.name, {}};
        if (isTaken(list, profile))
            return InstanceTrouble{Kind::NameTaken, profile.name, {}};
        writeEntry(settings, profile);
        return std::nullopt;
    });
}

std::optional<InstanceTrouble> SavedInstances::setUserName(const QString &key, const QString &userName)
{
    return change([&](QSettings &settings, const List &) -> std::optional<InstanceTrouble> {
        if (!settings.childGroups().contains(key))
            return InstanceTrouble{Kind::NotSaved, key, {}};
        settings.setValue(key + u'/' + userNameKey, userName);
        return std::nullopt;
    });
}

std::optional<InstanceTrouble> SavedInstances::remove(const QString &key)
{
    return change([&key](QSettings &settings, const List &) -> std::optional<InstanceTrouble> {
        if (key.isEmpty() || !settings.childGroups().contains(key)) // an empty one would remove everything
            return InstanceTrouble{Kind::NotSaved, key, {}};
        settings.remove(key);
        return std::nullopt;
    });
}

/// One program at a time looks and writes. QSettings itself locks the file for the writing alone.
std::optional<InstanceTrouble> SavedInstances::change(const Change &change)
{
    const InstanceTrouble unusable{Kind::FileUnusable, {}, QDir::toNativeSeparators(m_file)};
    constexpr int patience = 3000; // milliseconds; another program holds the lock for a few of them
    QLockFile lock(m_file + QStringLiteral(".change"));
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()) || !lock.tryLock(patience))
        return unusable;
    if (auto trouble = troubleWith(m_file))
        return trouble;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.sync();
    if (auto trouble = change(settings, listIn(settings, m_file)))
        return trouble;
    settings.sync();
    return settings.status() == QSettings::NoError ? std::nullopt : std::optional(unusable);
}

} // namespace Runnerscope

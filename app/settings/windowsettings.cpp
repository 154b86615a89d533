// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/windowsettings.h"

#include <QStringList>

namespace Runnerscope {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString runnersPageKey = QStringLiteral("window/runnersPage");
const QString lastInstanceKey = QStringLiteral("window/lastInstance");
const QString appearanceKey = QStringLiteral("window/appearance");
const QString paceKey = QStringLiteral("window/pace");

const QString lastSentenceKey = QStringLiteral("lastWords/sentence");
const QString lastRemedyKey = QStringLiteral("lastWords/remedy");
const QString usersGroup = QStringLiteral("users/");

/// Text that is none of \a known reads as the first of them.
QString oneOf(const QStringList &known, const QVariant &stored)
{
    return known.contains(stored.toString()) ? stored.toString() : known.first();
}

} // namespace

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QByteArray WindowSettings::runnersPage() const
{
    return m_settings.value(runnersPageKey).toByteArray();
}

void WindowSettings::setRunnersPage(const QByteArray &state)
{
    m_settings.setValue(runnersPageKey, state);
}

QString WindowSettings::appearance() const
{
    return oneOf(
        {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}, m_settings.value(appearanceKey));
}

void WindowSettings::setAppearance(const QString &appearance)
{
    m_settings.setValue(appearanceKey, appearance);
}

QString WindowSettings::pace() const
{
    return oneOf(
        {QStringLiteral("usual"), QStringLiteral("slow"), QStringLiteral("stopped")}, m_settings.value(paceKey));
}

void WindowSettings::setPace(const QString &pace)
{
    m_settings.setValue(paceKey, pace);
}

QString WindowSettings::lastInstance() const
{
    return m_settings.value(lastInstanceKey).toString();
}

void WindowSettings::setLastInstance(const QString &key)
{
    m_settings.setValue(lastInstanceKey, key);
}

QString WindowSettings::userOfStore(const QString &storeKey) const
{
    return m_settings.value(usersGroup + storeKey).toString();
}

void WindowSettings::setUserOfStore(const QString &storeKey, const QString &userName)
{
    m_settings.setValue(usersGroup + storeKey, userName);
}

void WindowSettings::setLastWords(const ErrorWords &words)
{
    m_settings.setValue(lastSentenceKey, words.sentence);
    m_settings.setValue(lastRemedyKey, words.remedy);
}

std::optional<ErrorWords> WindowSettings::takeLastWords()
{
    ErrorWords words;
    words.sentence = m_settings.value(lastSentenceKey).toString();
    words.remedy = m_settings.value(lastRemedyKey).toString();
    if (words.sentence.isEmpty())
        return std::nullopt;
    m_settings.remove(lastSentenceKey);
    m_settings.remove(lastRemedyKey);
    return words;
}

} // namespace Runnerscope

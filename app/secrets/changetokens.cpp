// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/changetokens.h"

#include <utility>

namespace Runnerscope {

ChangeTokens::ChangeTokens(std::chrono::milliseconds patience, Now now, QObject *parent) :
    QObject(parent),
    m_patience(patience),
    m_now(std::move(now))
{
}

void ChangeTokens::hold(const QString &key, const Secret &token, const QString &userName)
{
    Entry &entry = m_entries[key];
    entry.token = token;
    entry.held.userName = userName;
    entry.timer = std::make_unique<QTimer>();
    entry.timer->setSingleShot(true);
    connect(entry.timer.get(), &QTimer::timeout, this, [this, key = QString(key)] { forget(key); });
    prolong(key, entry);
}

/// The timer wipes it from memory; the time of the desktop decides when the computer has slept meanwhile.
void ChangeTokens::prolong(const QString &key, Entry &entry)
{
    entry.held.until = m_now().addMSecs(m_patience.count());
    entry.timer->start(m_patience);
    emit changed(key);
}

void ChangeTokens::forget(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    found->second.timer.release()->deleteLater(); // it may be what calls
    m_entries.erase(found);
    emit changed(key);
}

std::optional<Secret> ChangeTokens::use(const QString &key)
{
    if (!find(key)) {
        forget(key);
        return std::nullopt;
    }
    Entry &entry = m_entries.at(key);
    const Secret token = entry.token;
    prolong(key, entry);
    return token;
}

std::optional<ChangeTokens::Held> ChangeTokens::held(const QString &key) const
{
    const Entry *entry = find(key);
    return entry ? std::optional(entry->held) : std::nullopt;
}

const ChangeTokens::Entry *ChangeTokens::find(const QString &key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() || found->second.held.until <= m_now() ? nullptr : &found->second;
}

} // namespace Runnerscope

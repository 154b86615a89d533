// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedview.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QSet>
#include <QUuid>

namespace Runnerscope {

/// Gives the entries of a file of views their ids, one after another from the first on. One that has none, or that of
/// another, gets one that is made of its content.
class ViewIds
{
public:
    QString next(const QJsonValue &entry);

private:
    QString made(const QJsonValue &entry);

    QSet<QString> m_seen;
    QHash<QUuid, int> m_copies;
};

/// One entry of a file of saved views.
namespace ViewEntry {

extern const QString idKey;
extern const QString nameKey;
extern const QString filterKey;

QString newId();

/// What is understood of \a entry.
SavedView viewOf(const QJsonValue &entry, ViewIds &ids);
/// \a view, written over \a entry, whose other members stay.
QJsonObject entryOf(const SavedView &view, QJsonObject entry = {});
void setLayout(QJsonObject &entry, const QByteArray &layout);

/// \a taken holds the keys of other names, see SavedNames.
std::optional<SavedViewTrouble> troubleWithName(const QString &name, const QSet<QString> &taken);
/// \a name is for the words only.
std::optional<SavedViewTrouble> troubleWithFilter(const QString &name, const QString &filter);
/// Why \a entry, of which \a view is understood, cannot be used.
std::optional<SavedViewTrouble> troubleWith(const QJsonValue &entry, const SavedView &view, const QSet<QString> &taken);

} // namespace ViewEntry

} // namespace Runnerscope

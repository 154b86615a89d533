// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewentry.h"

#include "models/rules/filter/filterparser.h"
#include "models/rules/savednames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace Runnerscope {

using Kind = SavedViewTrouble::Kind;

QString ViewIds::next(const QJsonValue &entry)
{
    static const QRegularExpression usable(QStringLiteral("\\A[A-Za-z0-9-]{1,64}\\z"));
    QString id = entry[ViewEntry::idKey].toString();
    if (!usable.match(id).hasMatch() || m_seen.contains(id))
        id = made(entry);
    m_seen.insert(id);
    return id;
}

/// The same for the same content, and another one for each copy of it.
QString ViewIds::made(const QJsonValue &entry)
{
    static const QUuid space(QStringLiteral("6f0f4a0e-6e0b-4d0c-9b7c-0f5f3f0c7d52"));
    const QUuid id = QUuid::createUuidV5(space, QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact));
    const int copy = m_copies[id]++;
    return (copy == 0 ? id : QUuid::createUuidV5(id, QByteArray::number(copy))).toString(QUuid::WithoutBraces);
}

namespace ViewEntry {

const QString idKey = QStringLiteral("id");
const QString nameKey = QStringLiteral("name");
const QString filterKey = QStringLiteral("filter");

namespace {

const QString layoutKey = QStringLiteral("layout");

QByteArray layoutOf(const QJsonValue &entry)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        entry[layoutKey].toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

} // namespace

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

SavedView viewOf(const QJsonValue &entry, ViewIds &ids)
{
    return {
        ids.next(entry), SavedNames::tidied(entry[nameKey].toString()), entry[filterKey].toString(), layoutOf(entry)};
}

/// A layout that is not understood stays.
QJsonObject entryOf(const SavedView &view, QJsonObject entry)
{
    entry.insert(idKey, view.id);
    entry.insert(nameKey, view.name);
    entry.insert(filterKey, view.filter);
    if (!view.layout.isEmpty())
        setLayout(entry, view.layout);
    return entry;
}

void setLayout(QJsonObject &entry, const QByteArray &layout)
{
    if (layout.isEmpty())
        entry.remove(layoutKey);
    else
        entry.insert(layoutKey, QString::fromLatin1(layout.toBase64()));
}

std::optional<SavedViewTrouble> troubleWithName(const QString &name, const QSet<QString> &taken)
{
    if (!SavedNames::isUsable(name))
        return SavedViewTrouble{Kind::NameUnusable, name, {}, {}, false};
    if (taken.contains(SavedNames::key(name)))
        return SavedViewTrouble{Kind::NameTaken, name, {}, {}, false};
    return std::nullopt;
}

std::optional<SavedViewTrouble> troubleWithFilter(const QString &name, const QString &filter)
{
    const auto parsed = parseFilter(filter);
    if (const auto *error = std::get_if<FilterError>(&parsed))
        return SavedViewTrouble{Kind::FilterUnusable, name, {}, error->sentence, false};
    return std::nullopt;
}

std::optional<SavedViewTrouble> troubleWith(const QJsonValue &entry, const SavedView &view, const QSet<QString> &taken)
{
    if (!entry[nameKey].isString() || !entry[filterKey].isString())
        return SavedViewTrouble{Kind::EntryUnusable, view.name, {}, {}, false};
    if (auto trouble = troubleWithName(view.name, {}))
        return trouble;
    if (auto trouble = troubleWithFilter(view.name, view.filter))
        return trouble;
    return troubleWithName(view.name, taken);
}

} // namespace ViewEntry

} // namespace Runnerscope

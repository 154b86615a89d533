// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewdocument.h"

#include "app/settings/viewentry.h"
#include "models/rules/savednames.h"

#include <QJsonDocument>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

using Kind = SavedViewTrouble::Kind;
using Trouble = std::optional<SavedViewTrouble>;

const QString formatKey = QStringLiteral("format");
const QString versionKey = QStringLiteral("version");
const QString viewsKey = QStringLiteral("views");

const QString format = QStringLiteral("runnerscope-views");
constexpr qint64 version = 1;

SavedViewTrouble trouble(Kind kind, const QString &detail = {})
{
    return {kind, {}, {}, detail, false};
}

/// Whether the root is that of a file which this program understands.
Trouble troubleWithRoot(const QJsonObject &root)
{
    if (root.value(formatKey) != format)
        return trouble(Kind::FileForeign);
    const qint64 written = root.value(versionKey).toInteger(0);
    if (written > version)
        return trouble(Kind::FileNewer);
    if (written < 1)
        return trouble(Kind::FileDamaged, versionKey);
    if (!root.value(viewsKey).isArray())
        return trouble(Kind::FileDamaged, viewsKey);
    if (root.value(viewsKey).toArray().size() > ViewDocument::mostViews)
        return trouble(Kind::FileTooLarge);
    return std::nullopt;
}

/// Each entry that can hold an id holds one of its own.
QJsonArray withIds(const QJsonArray &views)
{
    ViewIds ids;
    QJsonArray result;
    for (const QJsonValue &entry : views) {
        const QString id = ids.next(entry);
        QJsonObject object = entry.toObject();
        object.insert(ViewEntry::idKey, id);
        result.append(entry.isObject() ? QJsonValue(object) : entry);
    }
    return result;
}

/// Keys of the names, also of those that cannot be used here; without that of the view with \a id.
QSet<QString> namesTaken(const std::vector<SavedViewEntry> &entries, const QString &id = {})
{
    QSet<QString> taken;
    for (const SavedViewEntry &entry : entries) {
        if (entry.view.id != id)
            taken.insert(SavedNames::key(entry.view.name));
    }
    return taken;
}

qsizetype indexIn(const QJsonArray &views, const QString &id)
{
    ViewIds ids;
    const auto found = std::ranges::find_if(views, [&](const QJsonValue &entry) { return ids.next(entry) == id; });
    return found == views.end() ? -1 : found - views.begin();
}

/// Lets \a change write to the entry with \a id.
template <typename Change>
Trouble changeEntry(QJsonArray &views, const QString &id, Change change)
{
    const qsizetype index = indexIn(views, id);
    if (index < 0)
        return trouble(Kind::NotSaved);
    if (!views.at(index).isObject())
        return trouble(Kind::EntryUnusable);
    QJsonObject entry = views.at(index).toObject();
    change(entry);
    views.replace(index, entry);
    return std::nullopt;
}

/// One that is not taken, where that of \a view is.
void giveNewName(SavedView &view, QSet<QString> &taken, ViewImport &result)
{
    if (taken.contains(SavedNames::key(view.name))) {
        const QString free = SavedNames::numbered(view.name, taken);
        result.renamed.push_back({std::exchange(view.name, free), free});
    }
    taken.insert(SavedNames::key(view.name));
}

} // namespace

ViewDocument::ViewDocument() :
    m_root{{formatKey, format}, {versionKey, version}}
{
}

std::variant<ViewDocument, SavedViewTrouble> ViewDocument::read(const QByteArray &json)
{
    if (json.size() > mostBytes)
        return trouble(Kind::FileTooLarge);
    QJsonParseError error;
    ViewDocument document;
    document.m_root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return trouble(Kind::FileDamaged, error.errorString());
    if (auto found = troubleWithRoot(document.m_root))
        return *found;
    document.m_views = withIds(document.m_root.take(viewsKey).toArray());
    return document;
}

/// A line for each view, for people. Qt's own way of indenting multiplies what is nested deeply.
QByteArray ViewDocument::json() const
{
    QByteArray json = QJsonDocument(m_root).toJson(QJsonDocument::Compact);
    json.chop(1); // the bracket at the end; there is a member before it
    json += ",\"views\":[";
    const char *separator = "\n";
    for (const QJsonValue &entry : m_views) {
        json += separator + QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact).mid(1).chopped(1);
        separator = ",\n";
    }
    return json + "\n]}\n";
}

std::vector<SavedViewEntry> ViewDocument::entries() const
{
    std::vector<SavedViewEntry> entries;
    ViewIds ids;
    QSet<QString> taken;
    for (const QJsonValue &entry : m_views) {
        SavedView view = ViewEntry::viewOf(entry, ids);
        auto found = ViewEntry::troubleWith(entry, view, taken);
        taken.insert(SavedNames::key(view.name));
        entries.push_back({std::move(view), std::move(found)});
    }
    return entries;
}

std::variant<SavedView, SavedViewTrouble> ViewDocument::add(SavedView view)
{
    view.name = SavedNames::tidied(view.name);
    view.id = ViewEntry::newId();
    if (auto found = ViewEntry::troubleWithName(view.name, namesTaken(entries())))
        return *found;
    if (auto found = ViewEntry::troubleWithFilter(view.name, view.filter))
        return *found;
    if (m_views.size() >= mostViews)
        return trouble(Kind::TooMany);
    m_views.append(ViewEntry::entryOf(view));
    return view;
}

std::optional<SavedViewTrouble> ViewDocument::rename(const QString &id, const QString &name)
{
    const QString tidied = SavedNames::tidied(name);
    if (indexIn(m_views, id) < 0)
        return trouble(Kind::NotSaved);
    if (auto found = ViewEntry::troubleWithName(tidied, namesTaken(entries(), id)))
        return found;
    return changeEntry(m_views, id, [&](QJsonObject &entry) { entry.insert(ViewEntry::nameKey, tidied); });
}

std::optional<SavedViewTrouble> ViewDocument::setFilter(
    const QString &id, const QString &filter, const std::optional<QByteArray> &layout)
{
    if (auto found = ViewEntry::troubleWithFilter({}, filter))
        return found;
    return changeEntry(m_views, id, [&](QJsonObject &entry) {
        entry.insert(ViewEntry::filterKey, filter);
        if (layout)
            ViewEntry::setLayout(entry, *layout);
    });
}

std::optional<SavedViewTrouble> ViewDocument::remove(const QString &id)
{
    const qsizetype index = indexIn(m_views, id);
    if (index < 0)
        return trouble(Kind::NotSaved);
    m_views.removeAt(index);
    return std::nullopt;
}

std::optional<SavedViewTrouble> ViewDocument::moveBy(const QString &id, qsizetype steps)
{
    const qsizetype index = indexIn(m_views, id);
    if (index < 0)
        return trouble(Kind::NotSaved);
    const qsizetype last = m_views.size() - 1;
    const qsizetype target = std::clamp(steps, -index, last - index) + index;
    m_views.insert(target, m_views.takeAt(index));
    return std::nullopt;
}

ViewImport ViewDocument::import(const ViewDocument &other)
{
    ViewImport result;
    QSet<QString> taken = namesTaken(entries());
    qsizetype index = 0;
    for (SavedViewEntry &entry : other.entries()) {
        const QJsonObject object = other.m_views.at(index++).toObject();
        if (entry.trouble && entry.trouble->kind != Kind::NameTaken) {
            result.refused.push_back(*entry.trouble);
        } else if (m_views.size() >= mostViews) {
            result.refused.push_back({Kind::TooMany, entry.view.name, {}, {}, false});
        } else {
            giveNewName(entry.view, taken, result);
            entry.view.id = ViewEntry::newId();
            m_views.append(ViewEntry::entryOf(entry.view, object));
            result.added.push_back(std::move(entry.view));
        }
    }
    return result;
}

std::variant<ViewDocument, SavedViewTrouble> ViewDocument::part(const QStringList &ids) const
{
    ViewDocument document;
    const QSet<QString> wanted(ids.begin(), ids.end());
    ViewIds all;
    for (const QJsonValue &entry : m_views) {
        if (const QString id = all.next(entry); wanted.isEmpty() || wanted.contains(id))
            document.m_views.append(entry);
    }
    if (document.m_views.size() < wanted.size())
        return trouble(Kind::NotSaved);
    return document;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedview.h"
#include "models/domain/viewimport.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <variant>
#include <vector>

namespace Runnerscope {

/// The content of a file of saved views:
///
///   {"format": "runnerscope-views", "version": 1, "views": [
///       {"id": "…", "name": "Silent", "filter": "is:silent", "layout": "base64"}, …]}
///
/// Members that it does not know, and entries that it does not understand, stay as they are. An entry that was written
/// by hand needs no id: one is made of its content, and written with the next change to the file.
class ViewDocument
{
public:
    static constexpr qsizetype mostBytes = 1024 * 1024;
    static constexpr qsizetype mostViews = 1000;

    /// No views.
    ViewDocument();

    /// The other alternative tells why \a json is not read, and has no file.
    static std::variant<ViewDocument, SavedViewTrouble> read(const QByteArray &json);
    QByteArray json() const;

    std::vector<SavedViewEntry> entries() const;

    /// Makes the id of \a view, which comes back with it. Every change happens as a whole or not at all.
    std::variant<SavedView, SavedViewTrouble> add(SavedView view);
    std::optional<SavedViewTrouble> rename(const QString &id, const QString &name);
    /// The layout stays as it is without \a layout, and goes with an empty one.
    std::optional<SavedViewTrouble> setFilter(
        const QString &id, const QString &filter, const std::optional<QByteArray> &layout);
    std::optional<SavedViewTrouble> remove(const QString &id);
    /// Towards the end, or towards the beginning for negative \a steps; stops there.
    std::optional<SavedViewTrouble> moveBy(const QString &id, qsizetype steps);

    /// Adds the views of \a other that can be used, with ids of their own.
    ViewImport import(const ViewDocument &other);
    /// The views with these ids alone, in the order in which they are here; all of them when there is no id.
    std::variant<ViewDocument, SavedViewTrouble> part(const QStringList &ids) const;

    friend bool operator==(const ViewDocument &, const ViewDocument &) = default;

private:
    QJsonObject m_root; ///< all but the views
    QJsonArray m_views;
};

} // namespace Runnerscope

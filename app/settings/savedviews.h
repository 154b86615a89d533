// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/savedview.h"
#include "models/domain/viewimport.h"

#include <QStringList>

#include <functional>
#include <variant>

namespace Runnerscope {

class ViewDocument;

/// The views that this user has saved: one JSON file beside the other settings, see ViewDocument. Nothing in it is
/// secret.
///
/// Every function reads the file anew, and a change writes its own entry only: several programs may use it at once. A
/// file that cannot be understood is never written to.
class SavedViews
{
public:
    /// Of the user: "views.json" in the folder of the organisation. See setIdentity().
    SavedViews();
    explicit SavedViews(QString file);

    SavedViewList list() const;

    /// Tidies the name and makes the id of \a view, which comes back with both.
    std::variant<SavedView, SavedViewTrouble> add(const SavedView &view);
    std::optional<SavedViewTrouble> rename(const QString &id, const QString &name);
    /// The layout stays as it is without \a layout, and goes with an empty one.
    std::optional<SavedViewTrouble> setFilter(
        const QString &id, const QString &filter, const std::optional<QByteArray> &layout = std::nullopt);
    std::optional<SavedViewTrouble> remove(const QString &id);
    /// Up for negative \a steps, else down; stops at the ends.
    std::optional<SavedViewTrouble> moveBy(const QString &id, int steps);

    /// Writes the views with \a ids, or all when there is no id, to \a file in place of what it holds.
    std::optional<SavedViewTrouble> exportTo(const QString &file, const QStringList &ids = {}) const;
    /// Adds the views in \a file. Either of the result's alternatives may be worded, see rules/viewwording.h.
    std::variant<ViewImport, SavedViewTrouble> importFrom(const QString &file);

    QString file() const { return m_file; }

private:
    using Change = std::function<std::optional<SavedViewTrouble>(ViewDocument &)>;

    std::optional<SavedViewTrouble> change(const Change &change);

    QString m_file;
};

} // namespace Runnerscope

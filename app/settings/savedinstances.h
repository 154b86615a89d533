// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instanceprofile.h"
#include "models/domain/instancetrouble.h"

#include <QString>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

class QSettings;

namespace Runnerscope {

/// The instances that this user has saved: an INI file beside the other settings, with a section for each. Nothing in
/// it is secret.
///
/// Every function reads the file anew, and a change writes its own entry only: several programs may use it at once, and
/// what one does not understand stays as it is. People may edit it by hand.
class SavedInstances
{
public:
    /// Of the user: "instances.ini" in the folder of the organisation. See setIdentity().
    SavedInstances();
    explicit SavedInstances(QString file);

    struct List
    {
        std::vector<InstanceProfile> profiles; ///< in the order in which they were added
        std::vector<InstanceTrouble> troubles; ///< entries that were left out, and why

        /// Whatever the case of its letters; null when there is none.
        const InstanceProfile *find(const QString &name) const;
    };
    List list() const;

    /// Makes the key of \a profile, which comes back with it.
    std::variant<InstanceProfile, InstanceTrouble> add(InstanceProfile profile);
    /// By key. One that was removed meanwhile stays so.
    std::optional<InstanceTrouble> update(const InstanceProfile &profile);
    /// Whom the token of an instance belonged to last.
    std::optional<InstanceTrouble> setUserName(const QString &key, const QString &userName);
    std::optional<InstanceTrouble> remove(const QString &key);

    QString file() const { return m_file; }

private:
    using Change = std::function<std::optional<InstanceTrouble>(QSettings &, const List &)>;

    std::optional<InstanceTrouble> change(const Change &change);

    QString m_file;
};

} // namespace Runnerscope

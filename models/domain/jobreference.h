// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace Runnerscope {

/// A job as people name it. A project is named by its path or by its number; where it is not named at all, the job can
/// only be found among those that are known already.
struct JobReference
{
    QString projectPath; ///< from the top group down; empty: not named
    qint64 projectNumber = 0; ///< 0: not named
    qint64 number = 0; ///< of the job

    bool namesProject() const { return !projectPath.isEmpty() || projectNumber > 0; }

    friend bool operator==(const JobReference &, const JobReference &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::JobReference)

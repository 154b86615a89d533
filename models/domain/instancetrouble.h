// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace Runnerscope {

/// What is wrong with the saved instances, or with a change to them. Worded for people in rules/instancewording.h.
struct InstanceTrouble
{
    enum class Kind {
        NameUnusable, ///< empty, too long, or with characters that cannot be seen
        NameTaken,
        NotSaved, ///< no instance of that name or key
        EntryUnusable, ///< an entry of the file is left out: its name or its address is none
        NameTwice, ///< two entries have the same name; the later one is left out
        FileDamaged, ///< the file holds lines that are no settings; nothing is written to it
        FileUnusable, ///< cannot be read or written
    };

    Kind kind = Kind::NotSaved;
    QString name; ///< of the instance, or its key where it has no name
    QString file; ///< native path, where a file is at fault

    friend bool operator==(const InstanceTrouble &, const InstanceTrouble &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::InstanceTrouble)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace Runnerscope {

/// What is wrong with the file in which a fleet is kept on this computer. The program works on without it. Worded for
/// people in rules/storewording.h.
struct StoreTrouble
{
    enum class Kind {
        OtherWriter, ///< another program of this computer keeps this fleet; this one reads along
        NewerProgram, ///< the file was written by a newer version; it is read, never written
        DamagedSetAside, ///< the file was damaged and has been renamed to detail; a new one was begun
        ReadOnly, ///< file or folder cannot be written
        DiskFull,
        Unusable, ///< neither read nor written
    };

    Kind kind = Kind::Unusable;
    QString file; ///< native path
    QString detail; ///< technical text, or the other file's path; plain text

    friend bool operator==(const StoreTrouble &, const StoreTrouble &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::StoreTrouble)

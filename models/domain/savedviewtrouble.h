// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace Runnerscope {

/// What is wrong with a saved view, with a change to it, or with a file of views. Worded for people in
/// rules/viewwording.h.
struct SavedViewTrouble
{
    enum class Kind {
        // One view.
        NameUnusable, ///< empty, too long, or with characters that cannot be seen
        NameTaken,
        FilterUnusable, ///< detail says why; perhaps a newer program understands it
        EntryUnusable, ///< the entry of the file is none of a view
        NotSaved, ///< none with that id: another program may have removed it
        TooMany, ///< there is no room for one more
        TooLarge, ///< the file would have more bytes than are read again
        // A whole file, which is left as it is.
        FileNewer, ///< written by a newer program
        FileDamaged, ///< detail says where
        FileForeign, ///< something else than views
        FileTooLarge, ///< more bytes or more views than are read
        FileUnreadable,
        FileUnwritable,
        FileBusy, ///< another program is changing it
        FileSame, ///< chosen to export to or import from, and it is the file of the saved views itself
    };

    Kind kind = Kind::NotSaved;
    QString name; ///< of the view; hostile where it comes from a file
    QString file; ///< native path, where a file is at fault
    QString detail; ///< why; plain text
    bool chosen = false; ///< file is one that was chosen to export to or to import from

    friend bool operator==(const SavedViewTrouble &, const SavedViewTrouble &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::SavedViewTrouble)

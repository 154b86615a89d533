// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/viewwording.h"

#include "models/rules/savednames.h"
#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::ViewWords)
};

using Kind = SavedViewTrouble::Kind;

/// A name of a file may be of any length.
QString shownName(const QString &name)
{
    const QString line = Wording::oneLine(name);
    return line.size() <= SavedNames::longest ? line : line.left(SavedNames::longest - 1) + u'…';
}

QString withReason(const QString &sentence, const QString &reason)
{
    return reason.isEmpty() ? sentence : Tr::tr("%1 (%2)", "sentence, technical detail").arg(sentence, reason);
}

ErrorWords explainName(const QString &name)
{
    const QString remedy = Tr::tr("Give a name of at most %1 characters, on one line and with nothing in it that "
                                  "cannot be seen.")
                               .arg(SavedNames::longest);
    return {name.isEmpty() ? Tr::tr("A view needs a name.") : Tr::tr("“%1” cannot be the name of a view.").arg(name),
        remedy};
}

ErrorWords explainFilter(const QString &name, const QString &reason)
{
    const QString sentence = name.isEmpty() ? Tr::tr("The filter of the view is not understood.")
                                            : Tr::tr("The filter of the view “%1” is not understood.").arg(name);
    return {
        reason.isEmpty() ? sentence : Tr::tr("%1 %2", "two sentences: what is wrong, and why").arg(sentence, reason),
        Tr::tr("Change the filter, or use a version of this program that understands it.")};
}

ErrorWords explainView(const SavedViewTrouble &trouble)
{
    const QString name = shownName(trouble.name);
    switch (trouble.kind) {
    case Kind::NameUnusable:
        return explainName(name);
    case Kind::NameTaken:
        return {
            Tr::tr("Another saved view is named “%1” already.").arg(name), Tr::tr("Give one of them another name.")};
    case Kind::FilterUnusable:
        return explainFilter(name, Wording::oneLine(trouble.detail));
    case Kind::EntryUnusable:
        return {name.isEmpty() ? Tr::tr("An entry of the file is no view with a name and a filter.")
                               : Tr::tr("The entry “%1” is no view with a name and a filter.").arg(name),
            Tr::tr("Use a version of this program that understands it, or remove it.")};
    case Kind::TooMany:
        return {Tr::tr("There are so many saved views that no other can be added."),
            Tr::tr("Remove some that are no longer used.")};
    case Kind::TooLarge:
        return {Tr::tr("The saved views would take more room than is read again."),
            Tr::tr("Remove some, or save them without the layout of the columns.")};
    default:
        break;
    }
    return {Tr::tr("That view is no longer saved: another program may have removed it."), Tr::tr("Save it anew.")};
}

/// Of a file that was chosen.
ErrorWords explainChosen(const SavedViewTrouble &trouble, const QString &file, const QString &detail)
{
    switch (trouble.kind) {
    case Kind::FileNewer:
        return {Tr::tr("A newer version of this program has written %1.").arg(file),
            Tr::tr("Use the newer version here, too.")};
    case Kind::FileDamaged:
        return {withReason(Tr::tr("The file %1 is damaged.").arg(file), detail), Tr::tr("Export the views once more.")};
    case Kind::FileForeign:
        return {
            Tr::tr("There are no saved views in %1.").arg(file), Tr::tr("Choose a file to which views were exported.")};
    case Kind::FileTooLarge:
        return {Tr::tr("There is more in %1 than can be read.").arg(file), Tr::tr("Export fewer views at a time.")};
    case Kind::FileSame:
        return {
            Tr::tr("This program keeps the saved views themselves in %1.").arg(file), Tr::tr("Choose another file.")};
    case Kind::FileUnwritable:
        return {withReason(Tr::tr("The file %1 cannot be written.").arg(file), detail),
            Tr::tr("Choose a file in a folder in which you may write, and make sure that there is room.")};
    default:
        break;
    }
    return {withReason(Tr::tr("The file %1 cannot be read.").arg(file), detail),
        Tr::tr("Choose a file that exists and that you may read.")};
}

/// Of the file in which the views are kept.
ErrorWords explainKept(const SavedViewTrouble &trouble, const QString &file, const QString &detail)
{
    switch (trouble.kind) {
    case Kind::FileNewer:
        return {Tr::tr("A newer version of this program keeps the saved views; this one leaves them as they are."),
            Tr::tr("Use the newer version, or move %1 away.").arg(file)};
    case Kind::FileDamaged:
        return {withReason(Tr::tr("The file with the saved views is damaged, and is left as it is."), detail),
            Tr::tr("Correct %1, or move it away.").arg(file)};
    case Kind::FileForeign:
        return {Tr::tr("In the file for the saved views is something else; it is left as it is."),
            Tr::tr("Move %1 away.").arg(file)};
    case Kind::FileTooLarge:
        return {Tr::tr("The file with the saved views is too large to be read, and is left as it is."),
            Tr::tr("Move %1 away, and import parts of it.").arg(file)};
    case Kind::FileUnreadable:
        return {withReason(Tr::tr("The saved views cannot be read."), detail),
            Tr::tr("Give yourself the right to read %1.").arg(file)};
    case Kind::FileBusy:
        return {Tr::tr("Another program is changing the saved views."), Tr::tr("Try again in a moment.")};
    default:
        break;
    }
    return {withReason(Tr::tr("The saved views cannot be written, and are as they were."), detail),
        Tr::tr("Give yourself the right to write %1 and its folder, and make sure that there is room.").arg(file)};
}

QString countedViews(std::size_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(Wording::count(static_cast<qint64>(count)));
}

QString addedSentence(const ViewImport &result)
{
    if (result.added.empty())
        return Tr::tr("No view was added");
    const QString added = countedViews(result.added.size(), Tr::tr("1 view was added"), Tr::tr("%1 views were added"));
    if (result.renamed.empty())
        return added;
    return result.added.size() == 1 ? Tr::tr("1 view was added, under another name")
                                    : Tr::tr("%1, %2 of them under another name", "sentence, number")
                                          .arg(added, Wording::count(static_cast<qint64>(result.renamed.size())));
}

} // namespace

ErrorWords explain(const SavedViewTrouble &trouble)
{
    if (trouble.kind < Kind::FileNewer)
        return explainView(trouble);
    const QString file = Wording::oneLine(trouble.file);
    const QString detail = Wording::oneLine(trouble.detail).trimmed();
    return trouble.chosen ? explainChosen(trouble, file, detail) : explainKept(trouble, file, detail);
}

QString importSentence(const ViewImport &result)
{
    const QString added = addedSentence(result);
    if (result.refused.empty())
        return Tr::tr("%1.", "sentence").arg(added);
    const QString refused = countedViews(result.refused.size(), Tr::tr("1 was refused"), Tr::tr("%1 were refused"));
    return Tr::tr("%1; %2.", "what was added, what was refused").arg(added, refused);
}

QStringList importDetails(const ViewImport &result)
{
    QStringList details;
    for (const ViewImport::Renaming &renaming : result.renamed)
        details += Tr::tr("“%1” is saved as “%2”, since another view has that name.")
                       .arg(shownName(renaming.from), shownName(renaming.to));
    for (const SavedViewTrouble &trouble : result.refused) {
        const ErrorWords words = explain(trouble);
        details += Tr::tr("%1 %2", "two sentences: what is wrong, and the remedy").arg(words.sentence, words.remedy);
    }
    return details;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/viewdocument.h"
#include "models/rules/filter/filterparser.h"
#include "models/rules/savednames.h"
#include "models/rules/viewwording.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <QSet>

namespace Runnerscope::Fuzz {

namespace {

void checkWords(const SavedViewTrouble &trouble)
{
    const ErrorWords words = explain(trouble);
    for (const QString &text : {words.sentence, words.remedy}) {
        requireHarmless(text, "words on views are harmless");
        require(!text.isEmpty() && !text.contains(u'\n'), "words on views have one line");
    }
}

void checkUsable(const SavedView &view, QSet<QString> &names)
{
    require(SavedNames::isUsable(view.name), "a view has a name");
    require(!names.contains(SavedNames::key(view.name)), "no name is there twice");
    names.insert(SavedNames::key(view.name));
    require(std::holds_alternative<FilterExpression>(parseFilter(view.filter)), "the filter of a view is one");
}

void checkEntries(const ViewDocument &document)
{
    QSet<QString> ids;
    QSet<QString> names;
    for (const SavedViewEntry &entry : document.entries()) {
        require(!entry.view.id.isEmpty() && !ids.contains(entry.view.id), "every entry has an id of its own");
        ids.insert(entry.view.id);
        if (entry.trouble)
            checkWords(*entry.trouble);
        else
            checkUsable(entry.view, names);
    }
}

void checkAgain(const ViewDocument &document)
{
    const auto again = ViewDocument::read(document.json());
    require(std::holds_alternative<ViewDocument>(again), "what was read can be written and read");
    require(std::get<ViewDocument>(again) == document, "nothing is lost in writing");
}

void checkImport(const ViewDocument &document)
{
    ViewDocument mine;
    for (int i = 0; i < 2; ++i) {
        const ViewImport result = mine.import(document);
        require(result.added.size() + result.refused.size() == document.entries().size(), "each view is told of");
        for (const QString &detail : importDetails(result))
            requireHarmless(detail, "words on an import are harmless");
    }
    for (const SavedViewEntry &entry : mine.entries())
        require(!entry.trouble, "what was imported can be used");
    checkEntries(mine);
}

/// Moves, changes and removes every entry by its id.
void checkChanges(ViewDocument document)
{
    for (const SavedViewEntry &entry : document.entries()) {
        require(!document.moveBy(entry.view.id, 1), "every entry can be moved");
        static_cast<void>(document.rename(entry.view.id, entry.view.name + u'x'));
        static_cast<void>(document.setFilter(entry.view.id, {}, QByteArray("x")));
    }
    checkEntries(document);
    for (const SavedViewEntry &entry : document.entries())
        require(!document.remove(entry.view.id), "every entry can be removed");
    require(document.entries().empty(), "nothing is left");
}

} // namespace

void views(const QByteArray &input)
{
    const auto read = ViewDocument::read(input);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&read))
        return checkWords(*trouble);
    const auto &document = std::get<ViewDocument>(read);
    checkEntries(document);
    checkAgain(document);
    checkImport(document);
    checkChanges(document);
}

} // namespace Runnerscope::Fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/searchtext.h"

namespace Runnerscope {

namespace {

void addManager(FoldedTexts &texts, const RunnerManager &manager)
{
    for (const QString *text : {&manager.systemId, &manager.version, &manager.revision, &manager.ipAddress,
             &manager.executor, &manager.platform, &manager.architecture})
        texts.add(*text);
}

void addRunner(FoldedTexts &texts, const Runner &runner)
{
    texts.add(QString(u'#' + QString::number(runner.id.number)));
    texts.add(runner.description);
    texts.add(runner.shortSha);
    if (!runner.maintenanceNote.isEmpty())
        texts.add(runner.maintenanceNote);
    for (const QString &tag : runner.tags)
        texts.add(tag);
    if (runner.owner) {
        texts.add(runner.owner->fullPath);
        texts.add(runner.owner->fullName);
    }
    if (runner.creator) {
        texts.add(runner.creator->username);
        texts.add(runner.creator->name);
    }
    for (const RunnerManager &manager : runner.managers)
        addManager(texts, manager);
    texts.endEntry();
}

} // namespace

SearchText::SearchText(const Fleet &fleet)
{
    m_texts.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows)
        addRunner(m_texts, *row.runner);
}

} // namespace Runnerscope

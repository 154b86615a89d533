// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/instancesflow.h"

#include "models/rules/instancewording.h"
#include "models/rules/secretwording.h"
#include "views/dialogs/instancesdialog.h"

#include <algorithm>

namespace Runnerscope {

InstancesFlow::InstancesFlow(SavedInstances &saved, InstanceTokens &tokens, QWidget &window) :
    QObject(&window),
    m_saved(saved),
    m_tokens(tokens),
    m_window(window)
{
}

InstancesFlow::~InstancesFlow() = default;

void InstancesFlow::start()
{
    if (!m_dialog) {
        m_dialog = std::make_unique<InstancesDialog>(&m_window);
        m_dialog->setWindowModality(Qt::WindowModal);
        connect(m_dialog.get(), &InstancesDialog::addRequested, this, [this] {
            m_dialog->hide();
            emit addRequested();
        });
        connect(m_dialog.get(), &InstancesDialog::editRequested, this, &InstancesFlow::edit);
        connect(m_dialog.get(), &InstancesDialog::removeRequested, this, &InstancesFlow::remove);
    }
    refresh();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void InstancesFlow::refresh()
{
    if (m_dialog)
        m_dialog->setInstances(m_saved.list().profiles);
}

void InstancesFlow::edit(const QString &key)
{
    const std::vector<InstanceProfile> profiles = m_saved.list().profiles;
    const auto found = std::ranges::find(profiles, key, &InstanceProfile::key);
    if (found == profiles.end()) { // another program has removed it
        refresh();
        return;
    }
    m_dialog->hide();
    emit editRequested(*found);
}

/// The token goes first: without its instance nobody would find it.
void InstancesFlow::remove(const QString &key)
{
    m_tokens.remove(key).then(this, [this](const SecretOutcome &outcome) {
        if (outcome && outcome->kind != SecretTrouble::Kind::Unavailable)
            emit troubled({tr("The token may still be in the key store."), explain(*outcome).remedy});
    });
    const auto trouble = m_saved.remove(key);
    refresh();
    if (trouble && trouble->kind != InstanceTrouble::Kind::NotSaved) { // else another program was quicker
        emit troubled(explain(*trouble));
        return;
    }
    emit removed(key);
}

} // namespace Runnerscope

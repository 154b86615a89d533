// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedinstances.h"
#include "app/window/instancetokens.h"
#include "models/rules/errorwording.h"

#include <QObject>

#include <memory>

class QWidget;

namespace Runnerscope {

class InstancesDialog;

/// Shows the saved instances, removes what the user removes, and says which one is to be edited.
class InstancesFlow : public QObject
{
    Q_OBJECT

public:
    /// \a saved and \a tokens outlive this; \a window becomes its parent.
    InstancesFlow(SavedInstances &saved, InstanceTokens &tokens, QWidget &window);
    ~InstancesFlow() override;

    void start();
    /// The saved instances are others now.
    void refresh();

signals:
    void addRequested();
    void editRequested(const Runnerscope::InstanceProfile &profile);
    void removed(const QString &key);
    void troubled(const Runnerscope::ErrorWords &words);

private:
    void edit(const QString &key);
    void remove(const QString &key);

    SavedInstances &m_saved;
    InstanceTokens &m_tokens;
    QWidget &m_window;
    std::unique_ptr<InstancesDialog> m_dialog;
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/connectflow.h"

#include "models/rules/errorwording.h"
#include "views/dialogs/connectdialog.h"

#include <utility>

namespace Runnerscope {

ConnectFlow::ConnectFlow(MakeService makeService, QWidget &window) :
    QObject(&window),
    m_makeService(std::move(makeService)),
    m_window(window)
{
}

ConnectFlow::~ConnectFlow() = default;

void ConnectFlow::start(const QString &address)
{
    if (!m_dialog) {
        m_dialog = std::make_unique<ConnectDialog>(&m_window);
        m_dialog->setWindowModality(Qt::WindowModal);
        connect(m_dialog.get(), &ConnectDialog::connectRequested, this, &ConnectFlow::tryConnection);
        connect(m_dialog.get(), &QDialog::rejected, this, [this] {
            endTry(m_try);
            m_thread.reset();
        });
        m_dialog->setAddress(address);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ConnectFlow::tryConnection()
{
    auto address = ServerAddress::parse(m_dialog->address());
    if (const auto *error = std::get_if<FetchError>(&address)) {
        m_dialog->showError(explain(*error, Retry::Never));
        return;
    }
    m_dialog->setBusy(true);
    m_thread =
        std::make_unique<FleetThread>(m_makeService({std::get<ServerAddress>(address), Secret(m_dialog->takeToken())}));
    FleetService &service = m_thread->service();
    connect(&service, &FleetService::snapshotChanged, this, [this, number = ++m_try](const FleetPtr &fleet) {
        if (endTry(number))
            succeed(fleet);
    });
    connect(&service, &FleetService::failed, this, [this, number = m_try](const FetchError &error) {
        if (endTry(number))
            fail(error);
    });
    service.start();
}

/// False when that try has ended before.
bool ConnectFlow::endTry(quint64 number)
{
    if (number != m_try)
        return false;
    ++m_try;
    m_dialog->setBusy(false);
    return true;
}

void ConnectFlow::succeed(const FleetPtr &fleet)
{
    m_thread->service().disconnect(this);
    m_dialog->hide();
    emit connected(fleet);
    m_thread.reset();
}

std::unique_ptr<FleetThread> ConnectFlow::takeThread()
{
    return std::exchange(m_thread, nullptr);
}

void ConnectFlow::fail(const FetchError &error)
{
    m_thread.reset();
    m_dialog->showError(explain(error, Retry::Never));
}

} // namespace Runnerscope

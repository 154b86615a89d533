// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectdialog.h"

#include "models/rules/wording.h"
#include "views/dialogs/accesssummary.h"
#include "views/dialogs/networkfields.h"
#include "views/dialogs/refreshfields.h"
#include "views/dialogs/serverfields.h"
#include "views/dialogs/tokenfields.h"
#include "views/theme/metrics.h"
#include "views/widgets/expander.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int usualWidth = 600;

} // namespace

ConnectDialog::ConnectDialog(ReadAddress readAddress, QWidget *parent) :
    QDialog(parent),
    m_server(new ServerFields(std::move(readAddress))),
    m_token(new TokenFields),
    m_network(new NetworkFields),
    m_refresh(new RefreshFields),
    m_more(new Expander(tr("&More: certificates and proxy"), m_network)),
    m_often(new Expander(tr("How o&ften it is asked"), m_refresh)),
    m_summary(new AccessSummary),
    m_changeSummary(new AccessSummary),
    m_scroll(new QScrollArea),
    m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel)),
    m_test(m_buttons->addButton(tr("&Test"), QDialogButtonBox::ActionRole)),
    m_connect(m_buttons->addButton(tr("&Connect"), QDialogButtonBox::ActionRole))
{
    m_changeSummary->setObjectName(QStringLiteral("changeSummary"));
    m_scroll->setWidget(makeFields());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    setUpButtons();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(Metrics::huge, Metrics::medium, Metrics::huge, Metrics::large);
    bottom->addWidget(m_buttons);
    layout->addLayout(bottom);
    connect(m_server, &ServerFields::changed, this, &ConnectDialog::followFields);
    connect(m_token, &TokenFields::changed, this, &ConnectDialog::updateButtons);
    showProfile({}, false);
}

QWidget *ConnectDialog::makeFields()
{
    auto *fields = new QWidget;
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(Metrics::huge, Metrics::huge, Metrics::huge, Metrics::small);
    layout->setSpacing(Metrics::medium);
    for (QWidget *part : {static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_token),
             static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_often), static_cast<QWidget *>(m_summary),
             static_cast<QWidget *>(m_changeSummary)})
        layout->addWidget(part);
    layout->addStretch();
    return fields;
}

void ConnectDialog::setUpButtons()
{
    m_test->setObjectName(QStringLiteral("test"));
    m_test->setToolTip(tr("Ask the server who the token is and what it can do; nothing is saved"));
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setProperty("emphasis", QStringLiteral("accent"));
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::testRequested);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectRequested);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QAbstractButton *button : m_buttons->buttons()) {
        button->setIcon({}); // some styles put signs of their own there
        qobject_cast<QPushButton *>(button)->setAutoDefault(false);
    }
    m_connect->setDefault(true);
}

void ConnectDialog::showProfile(const InstanceProfile &profile, bool tokenIsKept)
{
    m_shown = profile;
    m_tokenIsKept = tokenIsKept;
    setWindowTitle(profile.key.isEmpty() ? tr("Connect to GitLab") : tr("Edit %1").arg(Wording::oneLine(profile.name)));
    m_server->showProfile(profile);
    m_network->showProfile(profile);
    m_more->setExpanded(hasNetworkSettings(profile));
    m_refresh->showProfile(profile);
    m_often->setExpanded(hasRefreshSettings(profile));
    m_token->forget();
    m_shownBase = profile.address.isEmpty() ? QUrl() : m_server->reading().base;
    m_summary->showNothing();
    m_changeSummary->showNothing();
    followFields();
    if (profile.address.isEmpty() || tokenIsKept)
        m_server->focusAddress();
    else
        m_token->focusToken();
}

InstanceProfile ConnectDialog::profile() const
{
    InstanceProfile profile = m_shown;
    m_server->fill(profile);
    m_network->fill(profile);
    m_refresh->fill(profile);
    return profile;
}

QByteArray ConnectDialog::token() const
{
    return m_token->token();
}

bool ConnectDialog::tokenIsToBeKept() const
{
    return m_token->isToBeKept();
}

QByteArray ConnectDialog::changeToken() const
{
    return m_token->changeToken();
}

void ConnectDialog::showAccess(const Access &access, const std::optional<Access> &changing, QDate today)
{
    m_summary->showAccess(access, today);
    if (changing)
        m_changeSummary->showChangeAccess(access, *changing, today);
    else
        m_changeSummary->showNothing();
    reveal(changing ? m_changeSummary : m_summary);
}

void ConnectDialog::showError(const ErrorWords &words)
{
    m_summary->showError(words);
    m_changeSummary->showNothing();
    reveal(m_summary);
}

/// Once the layout has made room for it: as much as the screen has.
void ConnectDialog::reveal(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] {
        m_scroll->widget()->layout()->activate();
        resize(width(), std::max(height(), sizeHint().height()));
        layout()->activate();
        m_scroll->ensureWidgetVisible(widget, 0, Metrics::medium);
    });
}

void ConnectDialog::setBusy(bool busy)
{
    QWidget *fields = m_scroll->widget();
    if (busy && !m_busy)
        m_focusBefore = focusWidget();
    m_busy = busy;
    fields->setEnabled(!busy);
    m_connect->setText(busy ? tr("Asking the server…") : tr("&Connect"));
    updateButtons();
    if (!busy && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void ConnectDialog::followFields()
{
    const QString address = m_server->address();
    m_token->setServer(address.isEmpty() ? QUrl() : m_server->reading().base, m_server->isReadOnly());
    m_token->setTokenIsKept(isKeptTokenMeant());
    updateButtons();
}

/// A token never goes to another address than the one it was given for.
bool ConnectDialog::isKeptTokenMeant() const
{
    return m_tokenIsKept && m_shownBase.isValid() && m_server->reading().base == m_shownBase;
}

void ConnectDialog::updateButtons()
{
    const bool filled = !m_server->address().isEmpty() && (!m_token->isEmpty() || isKeptTokenMeant());
    m_test->setEnabled(filled && !m_busy);
    m_connect->setEnabled(filled && !m_busy);
}

void ConnectDialog::done(int result)
{
    m_token->forget();
    QDialog::done(result);
}

QSize ConnectDialog::sizeHint() const
{
    const int available = screen() ? screen()->availableSize().height() * 9 / 10 : 700;
    const int wanted = m_scroll->widget()->sizeHint().height() + layout()->itemAt(1)->sizeHint().height();
    return {usualWidth, std::min(wanted, available)};
}

} // namespace Runnerscope

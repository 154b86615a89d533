// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/connectflow.h"

#include "models/rules/accesswording.h"
#include "models/rules/instancewording.h"
#include "models/rules/secretwording.h"
#include "views/dialogs/connectdialog.h"

#include <QDateTime>

#include <utility>

namespace Runnerscope {

namespace {

/// Whether the server need not be asked before \a after is saved in place of \a before.
bool reachesTheSame(InstanceProfile before, const InstanceProfile &after)
{
    before.name = after.name;
    before.production = after.production;
    before.readOnly = after.readOnly;
    return before == after;
}

FetchError tokenMissing(const Connection &connection)
{
    FetchError error;
    error.kind = FetchError::Kind::TokenMissing;
    error.host = connection.address.host();
    return error;
}

ErrorWords aboutChangeToken(const ErrorWords &words)
{
    return {ConnectFlow::tr("The token for changes: %1", "a sentence about what is wrong with it").arg(words.sentence),
        words.remedy};
}

bool isSameBase(const QString &a, const QString &b)
{
    const AddressReading first = readAddress(a);
    return first.base.isValid() && first.base == readAddress(b).base;
}

} // namespace

AddressReading readAddress(const QString &text)
{
    const auto parsed = ServerAddress::parse(text);
    if (const auto *error = std::get_if<FetchError>(&parsed))
        return {{}, {}, explain(*error, Retry::Never)};
    const auto &address = std::get<ServerAddress>(parsed);
    return {address.base(), address.graphQl().toDisplayString(), std::nullopt};
}

ConnectFlow::ConnectFlow(AskAccess askAccess, const Places &places, QWidget &window) :
    QObject(&window),
    m_askAccess(std::move(askAccess)),
    m_places(places),
    m_window(window)
{
    connect(&m_token, &QFutureWatcherBase::finished, this, &ConnectFlow::takeToken);
    connect(&m_answer, &QFutureWatcherBase::finished, this, &ConnectFlow::takeAnswer);
}

ConnectFlow::~ConnectFlow()
{
    giveUp();
}

void ConnectFlow::start(const QString &address)
{
    InstanceProfile profile;
    profile.address = address;
    open(profile, false);
}

void ConnectFlow::edit(const InstanceProfile &profile)
{
    open(profile, true);
}

void ConnectFlow::askForToken(const InstanceProfile &profile, const ErrorWords &why)
{
    open(profile, false);
    m_dialog->showError(why);
}

void ConnectFlow::open(const InstanceProfile &profile, bool tokenIsKept)
{
    if (!m_dialog) {
        m_dialog = std::make_unique<ConnectDialog>(readAddress, &m_window);
        m_dialog->setWindowModality(Qt::WindowModal);
        connect(m_dialog.get(), &ConnectDialog::testRequested, this, [this] { go(Purpose::Test); });
        connect(m_dialog.get(), &ConnectDialog::connectRequested, this, [this] { go(Purpose::Connect); });
        connect(m_dialog.get(), &QDialog::rejected, this, &ConnectFlow::giveUp);
    }
    if (!m_dialog->isVisible()) { // what somebody is typing stays
        m_before = profile;
        m_dialog->showProfile(profile, tokenIsKept);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ConnectFlow::go(Purpose purpose)
{
    m_purpose = purpose;
    m_wanted = m_dialog->profile();
    const Secret token(m_dialog->token());
    auto connection = connectionFor(m_wanted, token);
    if (const auto *error = std::get_if<FetchError>(&connection)) {
        fail(explain(*error, Retry::Never));
        return;
    }
    m_tried = std::get<Connection>(std::move(connection));
    m_tokenIsNew = !token.isEmpty();
    m_changeToken = Secret(m_dialog->changeToken());
    m_access.reset();
    m_changeAccess.reset();
    if (m_wanted.name.isEmpty())
        m_wanted.name = m_tried.address.label().left(100);
    const SavedInstances::List saved = m_places.saved.list();
    const InstanceProfile *other = saved.find(m_wanted.name);
    if (purpose == Purpose::Connect && other && other->key != m_wanted.key)
        fail(explain(InstanceTrouble{InstanceTrouble::Kind::NameTaken, m_wanted.name, {}}));
    else if (!saveWithoutAsking())
        findToken(m_tried);
}

bool ConnectFlow::saveWithoutAsking()
{
    const bool tokens = m_tokenIsNew || !m_changeToken.isEmpty();
    const bool asks = m_purpose == Purpose::Test || tokens || m_wanted.key.isEmpty();
    if (asks || !reachesTheSame(m_before, m_wanted))
        return false;
    if (const auto trouble = m_places.saved.update(m_wanted)) {
        fail(explain(*trouble));
        return true;
    }
    holdChangeToken();
    m_dialog->accept();
    emit changed(m_wanted);
    return true;
}

void ConnectFlow::findToken(const Connection &connection)
{
    if (m_tokenIsNew) {
        ask(connection);
    } else if (isSameBase(m_before.address, m_wanted.address)) {
        m_dialog->setBusy(true);
        m_token.setFuture(m_places.tokens.read(m_wanted.key));
    } else { // a token never goes to another address than the one it was given for
        fail(explain(tokenMissing(connection), Retry::Never));
    }
}

void ConnectFlow::takeToken()
{
    if (m_token.isCanceled() || m_token.future().resultCount() == 0)
        return;
    const SecretAnswer answer = m_token.result();
    if (const auto *token = std::get_if<Secret>(&answer)) {
        m_tried.token = *token;
        ask(m_tried);
    } else if (const auto *trouble = std::get_if<SecretTrouble>(&answer)) {
        fail(explain(*trouble));
    } else {
        fail({tr("The token is not in the key store."), tr("Enter it here.")});
    }
}

void ConnectFlow::ask(const Connection &connection)
{
    m_dialog->setBusy(true);
    m_answer.setFuture(m_askAccess(connection));
}

void ConnectFlow::takeAnswer()
{
    if (m_answer.isCanceled() || m_answer.future().resultCount() == 0)
        return;
    const AccessAnswer answer = m_answer.result();
    m_answer.setFuture({});
    if (const auto *error = std::get_if<FetchError>(&answer)) {
        const ErrorWords words = explain(*error, Retry::Never);
        fail(m_access ? aboutChangeToken(words) : words);
    } else {
        takeAccess(std::get<Access>(answer));
    }
}

void ConnectFlow::takeAccess(const Access &access)
{
    if (!m_access) {
        m_access = access;
        if (!m_changeToken.isEmpty()) {
            Connection changing = m_tried;
            changing.token = m_changeToken;
            ask(changing);
            return;
        }
    } else {
        m_changeAccess = access;
    }
    finish();
}

void ConnectFlow::finish()
{
    m_dialog->setBusy(false);
    if (m_purpose == Purpose::Test) {
        m_dialog->showAccess(*m_access, m_changeAccess, QDateTime::currentDateTimeUtc().date());
        return;
    }
    const auto trouble = m_changeAccess ? AccessWording::changeTrouble(*m_changeAccess) : std::nullopt;
    if (trouble)
        fail(*trouble);
    else
        save();
}

void ConnectFlow::save()
{
    if (!saveProfile())
        return;
    if (m_tokenIsNew)
        keepToken(m_wanted);
    holdChangeToken();
    m_dialog->accept();
    emit connected(m_wanted, std::exchange(m_tried, {}).token);
}

bool ConnectFlow::saveProfile()
{
    m_wanted.userName = m_access->user.username;
    std::optional<InstanceTrouble> trouble;
    if (m_wanted.key.isEmpty()) {
        auto added = m_places.saved.add(m_wanted);
        if (auto *profile = std::get_if<InstanceProfile>(&added))
            m_wanted = std::move(*profile);
        else
            trouble = std::get<InstanceTrouble>(added);
    } else {
        trouble = m_places.saved.update(m_wanted);
    }
    if (trouble)
        fail(explain(*trouble));
    return !trouble;
}

/// One that was held goes when it could no longer be used, or would be sent elsewhere.
void ConnectFlow::holdChangeToken()
{
    ChangeTokens &held = m_places.changeTokens;
    if (m_changeAccess) {
        held.hold(m_wanted.key, std::exchange(m_changeToken, {}), m_changeAccess->user.username);
        if (const auto remark = AccessWording::otherUserRemark(*m_access, *m_changeAccess))
            emit tokenTroubled(*remark);
    } else if (m_wanted.readOnly || !isSameBase(m_before.address, m_wanted.address)) {
        held.forget(m_wanted.key);
    }
}

void ConnectFlow::keepToken(const InstanceProfile &profile)
{
    using Keeping = InstanceTokens::Keeping;
    const Keeping keeping = m_dialog->tokenIsToBeKept() ? Keeping::KeyStore : Keeping::Session;
    m_places.tokens.keep(profile.key, m_tried.token, keeping).then(this, [this, keeping](const SecretOutcome &outcome) {
        if (!outcome || keeping == Keeping::Session)
            return; // that nothing could be removed from a store that is not there is no trouble
        const ErrorWords words = explain(*outcome);
        emit tokenTroubled({words.sentence, tr("%1 %2", "two sentences").arg(tokenKeptForSession(), words.remedy)});
    });
}

void ConnectFlow::fail(const ErrorWords &words)
{
    m_dialog->setBusy(false);
    m_dialog->showError(words);
}

void ConnectFlow::giveUp()
{
    m_token.cancel();
    m_token.setFuture({});
    m_answer.cancel();
    m_answer.setFuture({});
    m_tried = {};
    m_changeToken = {};
    if (m_dialog)
        m_dialog->setBusy(false);
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/tokenfields.h"

#include "models/rules/accesswording.h"
#include "views/dialogs/formlayout.h"
#include "views/widgets/secretfield.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrlQuery>

namespace Runnerscope {

namespace {

QString scopeLines()
{
    QStringList lines{TokenFields::tr("The smallest scopes for each use:")};
    for (const ScopeUse &use : AccessWording::scopeUses())
        lines.append(TokenFields::tr("%1: %2", "scopes of a token, what they are for")
                         .arg(use.scopes.join(QStringLiteral(" + ")), use.use));
    return lines.join(u'\n');
}

} // namespace

QUrl tokenPage(const QUrl &base, bool readOnly)
{
    const bool web = base.scheme() == QStringLiteral("https") || base.scheme() == QStringLiteral("http");
    if (!web || base.host().isEmpty())
        return {};
    QUrl page = base;
    page.setPath(base.path() + QStringLiteral("/-/user_settings/personal_access_tokens"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("name"), QStringLiteral("Runnerscope"));
    query.addQueryItem(QStringLiteral("scopes"), readOnly ? QStringLiteral("read_api") : QStringLiteral("api"));
    page.setQuery(query);
    return page;
}

TokenFields::TokenFields(QWidget *parent) :
    QWidget(parent),
    m_token(new SecretField(tr("Access token"), tr("&Show"), tr("Show the token"))),
    m_changeToken(new SecretField(tr("Token for changes"), tr("Sho&w"), tr("Show the token for changes"))),
    m_create(new QPushButton(tr("Create a token in &GitLab…"))),
    m_keep(new QCheckBox(tr("&Keep the token in the key store of this computer")))
{
    setUpFields();
    QFormLayout *form = makeForm(this);
    addRow(*form, tr("T&oken"), m_token);
    form->addRow(QString(), makeSentence(scopeLines()));
    form->addRow(QString(), m_create);
    form->addRow(QString(), m_keep);
    form->addRow(QString(),
        makeSentence(tr("Otherwise, and where there is no key store, it is kept until the program ends. It is sent to "
                        "this address only.")));
    addRow(*form, tr("Token for c&hanges"), m_changeToken);
    form->addRow(QString(),
        makeSentence(tr("Optional: with it read_api is enough for the token above. It is held in memory for this run "
                        "only, dropped after 15 minutes without use, and never saved.")));
    setServer({}, true);
}

void TokenFields::setUpFields()
{
    m_token->setObjectNames(QStringLiteral("token"), QStringLiteral("showToken"));
    m_changeToken->setObjectNames(QStringLiteral("changeToken"), QStringLiteral("showChangeToken"));
    m_create->setObjectName(QStringLiteral("createToken"));
    m_create->setAutoDefault(false);
    m_create->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_keep->setObjectName(QStringLiteral("keepToken"));
    m_keep->setChecked(true);
    connect(m_token, &SecretField::changed, this, &TokenFields::changed);
    connect(m_changeToken, &SecretField::changed, this, &TokenFields::changed);
    connect(m_create, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_page); });
}

QByteArray TokenFields::token() const
{
    return m_token->secret();
}

bool TokenFields::isEmpty() const
{
    return token().isEmpty();
}

QByteArray TokenFields::changeToken() const
{
    return m_changeToken->secret();
}

void TokenFields::forget()
{
    m_token->forget();
    m_changeToken->forget();
}

void TokenFields::setTokenIsKept(bool kept)
{
    m_token->setHint(kept ? tr("Kept; type here to replace it") : QString());
}

bool TokenFields::isToBeKept() const
{
    return m_keep->isChecked();
}

void TokenFields::setServer(const QUrl &base, bool readOnly)
{
    m_page = tokenPage(base, readOnly);
    m_create->setEnabled(m_page.isValid());
    m_create->setToolTip(
        m_page.isValid() ? tr("Opens the page for new tokens in your browser") : tr("Give the address first"));
    m_changeToken->setEnabled(!readOnly);
    m_changeToken->setHint(readOnly ? tr("Not used while the instance is read-only") : QString());
}

void TokenFields::focusToken()
{
    m_token->setFocus();
}

} // namespace Runnerscope

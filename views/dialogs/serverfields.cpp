// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/serverfields.h"

#include "models/domain/instanceprofile.h"
#include "views/dialogs/formlayout.h"
#include "views/widgets/textblock.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

#include <utility>

namespace Runnerscope {

ServerFields::ServerFields(ReadAddress readAddress, QWidget *parent) :
    QWidget(parent),
    m_readAddress(std::move(readAddress)),
    m_name(new QLineEdit),
    m_address(new QLineEdit),
    m_understood(new TextBlock),
    m_production(new QCheckBox(tr("&Production: mark it in a colour of its own"))),
    m_readOnly(new QCheckBox(tr("&Read-only: nothing on the server can be changed")))
{
    setUpFields();
    QFormLayout *form = makeForm(this);
    addRow(*form, tr("&Address"), m_address);
    form->addRow(QString(), m_understood);
    addRow(*form, tr("&Name"), m_name);
    form->addRow(QString(), m_production);
    form->addRow(QString(), m_readOnly);
    sayWhatIsUnderstood();
}

void ServerFields::setUpFields()
{
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setAccessibleName(tr("Address of GitLab"));
    m_address->setPlaceholderText(QStringLiteral("gitlab.example.com"));
    m_address->setMaxLength(2000);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(tr("Name of this GitLab, for you"));
    m_name->setMaxLength(100);
    m_understood->setObjectName(QStringLiteral("understood"));
    m_understood->setAccessibleName(tr("What is understood of the address"));
    m_understood->setMuted(true);
    m_understood->setMostLines(4);
    m_production->setObjectName(QStringLiteral("production"));
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    m_readOnly->setChecked(true);
    for (QLineEdit *field : {m_address, m_name})
        connect(field, &QLineEdit::textChanged, this, &ServerFields::changed);
    for (QCheckBox *box : {m_production, m_readOnly})
        connect(box, &QCheckBox::toggled, this, &ServerFields::changed);
    connect(m_address, &QLineEdit::textChanged, this, &ServerFields::sayWhatIsUnderstood);
}

QString ServerFields::address() const
{
    return m_address->text().trimmed();
}

AddressReading ServerFields::reading() const
{
    return m_readAddress(address());
}

bool ServerFields::isReadOnly() const
{
    return m_readOnly->isChecked();
}

void ServerFields::showProfile(const InstanceProfile &profile)
{
    m_name->setText(profile.name);
    m_address->setText(profile.address);
    m_production->setChecked(profile.production);
    m_readOnly->setChecked(profile.readOnly);
}

void ServerFields::fill(InstanceProfile &profile) const
{
    profile.name = m_name->text().simplified();
    profile.address = address();
    profile.production = m_production->isChecked();
    profile.readOnly = m_readOnly->isChecked();
}

void ServerFields::focusAddress()
{
    m_address->setFocus();
}

void ServerFields::sayWhatIsUnderstood()
{
    if (address().isEmpty()) {
        m_understood->showText(tr("A host, or a URL with the path below which GitLab lives."));
        return;
    }
    const AddressReading read = reading();
    if (read.trouble)
        m_understood->showText(tr("%1 %2", "two sentences").arg(read.trouble->sentence, read.trouble->remedy));
    else
        m_understood->showText(tr("Asks %1", "an address").arg(read.endpoint));
}

} // namespace Runnerscope

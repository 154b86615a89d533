// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/networkfields.h"

#include "models/domain/instanceprofile.h"
#include "views/dialogs/formlayout.h"
#include "views/widgets/filefield.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace Runnerscope {

namespace {

const QString certificates = QStringLiteral("*.pem *.crt *.cer");
const QString keys = QStringLiteral("*.pem *.key");

} // namespace

bool hasNetworkSettings(const InstanceProfile &profile)
{
    return !profile.caFile.isEmpty() || !profile.clientCertificateFile.isEmpty() || !profile.clientKeyFile.isEmpty()
        || profile.proxyMode != ProxyMode::System;
}

NetworkFields::NetworkFields(QWidget *parent) :
    QWidget(parent),
    m_ca(new FileField(tr("File with further certificate authorities"), certificates)),
    m_certificate(new FileField(tr("Client certificate"), certificates)),
    m_key(new FileField(tr("Key of the client certificate"), keys)),
    m_proxyMode(new QComboBox),
    m_proxy(new QLineEdit)
{
    m_ca->setObjectName(QStringLiteral("caFile"));
    m_certificate->setObjectName(QStringLiteral("clientCertificate"));
    m_key->setObjectName(QStringLiteral("clientKey"));
    setUpProxy();
    QFormLayout *form = makeForm(this);
    addRow(*form, tr("Certificate a&uthority"), m_ca);
    addRow(*form, tr("C&lient certificate"), m_certificate);
    addRow(*form, tr("Client k&ey"), m_key);
    form->addRow(QString(), makeSentence(tr("PEM files. The key may stand in the file of the certificate.")));
    addRow(*form, tr("Pro&xy"), m_proxyMode);
    form->addRow(QString(), m_proxy);
}

void NetworkFields::setUpProxy()
{
    m_proxyMode->setObjectName(QStringLiteral("proxyMode"));
    m_proxyMode->setAccessibleName(tr("Proxy"));
    m_proxyMode->addItem(tr("As the system says"), static_cast<int>(ProxyMode::System));
    m_proxyMode->addItem(tr("None", "no proxy"), static_cast<int>(ProxyMode::None));
    m_proxyMode->addItem(tr("This one:", "a proxy"), static_cast<int>(ProxyMode::Given));
    m_proxy->setObjectName(QStringLiteral("proxy"));
    m_proxy->setAccessibleName(tr("Address of the proxy"));
    m_proxy->setPlaceholderText(QStringLiteral("http://proxy.example.com:3128"));
    m_proxy->setMaxLength(2000);
    m_proxy->setEnabled(false);
    connect(m_proxyMode, &QComboBox::currentIndexChanged, m_proxy,
        [this] { m_proxy->setEnabled(m_proxyMode->currentData().toInt() == static_cast<int>(ProxyMode::Given)); });
}

void NetworkFields::showProfile(const InstanceProfile &profile)
{
    m_ca->setFile(profile.caFile);
    m_certificate->setFile(profile.clientCertificateFile);
    m_key->setFile(profile.clientKeyFile);
    m_proxyMode->setCurrentIndex(m_proxyMode->findData(static_cast<int>(profile.proxyMode)));
    m_proxy->setText(profile.proxy);
}

void NetworkFields::fill(InstanceProfile &profile) const
{
    profile.caFile = m_ca->file();
    profile.clientCertificateFile = m_certificate->file();
    profile.clientKeyFile = m_key->file();
    profile.proxyMode = static_cast<ProxyMode>(m_proxyMode->currentData().toInt());
    profile.proxy = profile.proxyMode == ProxyMode::Given ? m_proxy->text().trimmed() : QString();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/secretfield.h"

#include "views/theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Runnerscope {

SecretField::SecretField(const QString &name, const QString &showText, const QString &showName, QWidget *parent) :
    QWidget(parent),
    m_field(new QLineEdit),
    m_show(new QCheckBox(showText))
{
    m_field->setAccessibleName(name);
    m_field->setMaxLength(1000);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_show->setAccessibleName(showName);
    connect(m_field, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_show, &QCheckBox::toggled, m_field,
        [this](bool shown) { m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_show);
    setFocusProxy(m_field);
}

QByteArray SecretField::secret() const
{
    return isEnabledTo(parentWidget()) ? m_field->text().trimmed().toUtf8() : QByteArray();
}

void SecretField::forget()
{
    m_field->setText({}); // unlike clear(), this cannot be undone into the field
    m_show->setChecked(false);
}

void SecretField::setHint(const QString &hint)
{
    m_field->setPlaceholderText(hint);
}

void SecretField::setObjectNames(const QString &field, const QString &show)
{
    m_field->setObjectName(field);
    m_show->setObjectName(show);
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/connectdialog.h"

#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

QLabel *makeSentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    return label;
}

} // namespace

ConnectDialog::ConnectDialog(QWidget *parent) :
    QDialog(parent),
    m_address(new QLineEdit),
    m_token(new QLineEdit),
    m_show(new QCheckBox(tr("Show the token"))),
    m_errorSentence(new TextBlock),
    m_errorRemedy(new TextBlock),
    m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel)),
    m_connect(m_buttons->addButton(tr("Connect"), QDialogButtonBox::ActionRole))
{
    setWindowTitle(tr("Connect to GitLab"));
    setUpFields();
    setUpButtons();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::huge, Metrics::huge, Metrics::huge, Metrics::large);
    layout->setSpacing(Metrics::medium);
    layout->addWidget(makeSentence(tr("You need an administrator’s personal access token with the scope read_api. "
                                      "Nothing on the server is changed.")));
    layout->addLayout(makeForm());
    layout->addWidget(m_errorSentence);
    layout->addWidget(m_errorRemedy);
    layout->addWidget(makeSentence(tr("The token is kept for this run only and is sent to this address only.")));
    layout->addSpacing(Metrics::tiny);
    layout->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    m_connect->setDefault(true); // only a button within the dialog can be its default
    setMinimumWidth(460);
    updateButton();
}

void ConnectDialog::setUpFields()
{
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setAccessibleName(tr("Address of GitLab"));
    m_address->setPlaceholderText(QStringLiteral("gitlab.example.com"));
    m_address->setMaxLength(2000);
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setAccessibleName(tr("Personal access token"));
    m_token->setMaxLength(1000);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(m_show, &QCheckBox::toggled, m_token,
        [this](bool shown) { m_token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    for (QLineEdit *field : {m_address, m_token})
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::updateButton);

    setFontRole(m_errorSentence, FontRole::Strong);
    m_errorSentence->setProperty("tone", QStringLiteral("danger"));
    m_errorSentence->setAccessibleName(tr("Error"));
    m_errorRemedy->setAccessibleName(tr("Remedy"));
    m_errorSentence->setMostLines(6);
    m_errorRemedy->setMostLines(6);
    m_errorSentence->hide();
    m_errorRemedy->hide();
}

void ConnectDialog::setUpButtons()
{
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setProperty("emphasis", QStringLiteral("accent"));
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectRequested);
    for (QAbstractButton *button : m_buttons->buttons())
        button->setIcon({}); // some styles put signs of their own there
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QFormLayout *ConnectDialog::makeForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(Metrics::medium);
    form->setVerticalSpacing(Metrics::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Token"), m_token);
    form->addRow(QString(), m_show);
    return form;
}

bool ConnectDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && layout()->hasHeightForWidth()) // texts have become longer
        resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
    return handled;
}

QString ConnectDialog::address() const
{
    return m_address->text().trimmed();
}

void ConnectDialog::setAddress(const QString &address)
{
    m_address->setText(address);
    (address.isEmpty() ? m_address : m_token)->setFocus();
}

QByteArray ConnectDialog::takeToken()
{
    QByteArray token = m_token->text().trimmed().toUtf8();
    m_token->setText({}); // unlike clear(), this cannot be undone into the field
    m_show->setChecked(false);
    return token;
}

void ConnectDialog::showError(const ErrorWords &words)
{
    m_errorSentence->showText(words.sentence);
    m_errorRemedy->showText(words.remedy);
    m_errorSentence->setVisible(!words.sentence.isEmpty());
    m_errorRemedy->setVisible(!words.remedy.isEmpty());
    m_token->setFocus();
}

void ConnectDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *field :
        {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_token), static_cast<QWidget *>(m_show)})
        field->setEnabled(!busy);
    m_connect->setText(busy ? tr("Connecting…") : tr("Connect"));
    updateButton();
}

void ConnectDialog::updateButton()
{
    const bool filled = !address().isEmpty() && !m_token->text().trimmed().isEmpty();
    m_connect->setEnabled(filled && !m_busy);
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/instancesdialog.h"

#include "models/rules/wording.h"
#include "views/delegates/plaintooltip.h"
#include "views/dialogs/formlayout.h"
#include "views/theme/metrics.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Runnerscope {

namespace {

QString lineFor(const InstanceProfile &profile)
{
    const QString name = Wording::oneLine(profile.name);
    const QString address = Wording::oneLine(profile.address);
    return profile.production ? InstancesDialog::tr("%1 (production)\n%2", "name, address").arg(name, address)
                              : InstancesDialog::tr("%1\n%2", "name, address").arg(name, address);
}

} // namespace

InstancesDialog::InstancesDialog(QWidget *parent) :
    QDialog(parent),
    m_list(new QListWidget)
{
    setWindowTitle(tr("GitLab instances"));
    m_list->setAccessibleName(tr("Saved instances"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(2);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &InstancesDialog::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, &InstancesDialog::edit);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(Metrics::medium);
    middle->addWidget(m_list, 1);
    middle->addLayout(makeButtons());
    auto *closing = new QDialogButtonBox(QDialogButtonBox::Close);
    closing->button(QDialogButtonBox::Close)->setIcon({});
    closing->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(closing, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::huge, Metrics::huge, Metrics::huge, Metrics::large);
    layout->setSpacing(Metrics::medium);
    layout->addLayout(middle, 1);
    layout->addWidget(makeSentence(tr("Removing one forgets its token, its settings and its fleet with its history "
                                      "on this computer; nothing is changed on the server.")));
    layout->addWidget(closing);
    updateButtons();
}

QLayout *InstancesDialog::makeButtons()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(Metrics::small);
    connect(addButton(*layout, tr("&Add…", "a GitLab"), "add"), &QPushButton::clicked, this,
        &InstancesDialog::addRequested);
    m_edit = addButton(*layout, tr("&Edit…", "a GitLab"), "edit");
    m_remove = addButton(*layout, tr("&Remove…", "a GitLab"), "remove");
    connect(m_edit, &QPushButton::clicked, this, &InstancesDialog::edit);
    connect(m_remove, &QPushButton::clicked, this, &InstancesDialog::askToRemove);
    layout->addStretch();
    return layout;
}

QPushButton *InstancesDialog::addButton(QLayout &layout, const QString &text, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    layout.addWidget(button);
    return button;
}

void InstancesDialog::setInstances(const std::vector<InstanceProfile> &instances)
{
    const QString before = currentKey();
    m_instances = instances;
    m_list->clear();
    for (const InstanceProfile &profile : instances) {
        auto *item = new QListWidgetItem(lineFor(profile), m_list);
        item->setData(Qt::UserRole, profile.key);
        item->setToolTip(plainToolTip(lineFor(profile)));
        if (profile.key == before || m_list->count() == 1)
            m_list->setCurrentItem(item);
    }
    updateButtons();
}

QString InstancesDialog::currentKey() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void InstancesDialog::edit()
{
    if (!currentKey().isEmpty())
        emit editRequested(currentKey());
}

void InstancesDialog::askToRemove()
{
    const QString key = currentKey();
    const auto found = std::ranges::find(m_instances, key, &InstanceProfile::key);
    if (found == m_instances.end())
        return;
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Remove"),
        tr("Remove %1 from this computer?\n\nIts token, its settings and what is kept of its fleet, with its history, "
           "are "
           "forgotten. Nothing is changed on the server.")
            .arg(Wording::oneLine(found->name)),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("confirm"));
    question->setDefaultButton(QMessageBox::Cancel);
    question->button(QMessageBox::Cancel)->setIcon({}); // some styles put signs of their own there
    connect(remove, &QPushButton::clicked, this, [this, key] { emit removeRequested(key); });
    question->open();
}

void InstancesDialog::updateButtons()
{
    for (QPushButton *button : {m_edit, m_remove})
        button->setEnabled(!currentKey().isEmpty());
}

QSize InstancesDialog::sizeHint() const
{
    return {560, 380};
}

} // namespace Runnerscope

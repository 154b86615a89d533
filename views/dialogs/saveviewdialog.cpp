// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/saveviewdialog.h"

#include "views/dialogs/formlayout.h"
#include "views/theme/metrics.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Runnerscope {

SaveViewDialog::SaveViewDialog(const QString &filter, QWidget *parent) :
    QDialog(parent),
    m_name(new QLineEdit(filter)),
    m_columns(new QCheckBox(tr("&Columns and sorting belong to the view")))
{
    setWindowTitle(tr("Save This View"));
    m_name->setObjectName(QStringLiteral("viewName"));
    m_name->selectAll();
    m_columns->setObjectName(QStringLiteral("withColumns"));
    auto *fields = new QWidget;
    QFormLayout *form = makeForm(fields);
    addRow(*form, tr("&Name"), m_name);
    form->addRow(QString(), m_columns);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Metrics::medium);
    layout->addWidget(fields);
    layout->addWidget(makeSentence(tr("Otherwise the view shows your own columns.")));
    layout->addStretch();
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

QString SaveViewDialog::name() const
{
    return m_name->text();
}

bool SaveViewDialog::withColumns() const
{
    return m_columns->isChecked();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/filefield.h"

#include "views/theme/metrics.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Runnerscope {

FileField::FileField(const QString &caption, const QString &pattern, QWidget *parent) :
    QWidget(parent),
    m_caption(caption),
    m_pattern(pattern),
    m_path(new QLineEdit)
{
    m_path->setAccessibleName(caption);
    m_path->setMaxLength(4096);
    auto *button = new QPushButton(tr("Choose…", "a file"));
    button->setAccessibleName(tr("Choose: %1", "caption of a file").arg(caption));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &FileField::choose);
    connect(m_path, &QLineEdit::textChanged, this, &FileField::changed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_path, 1);
    layout->addWidget(button);
    setFocusProxy(m_path);
}

QString FileField::file() const
{
    return QDir::fromNativeSeparators(m_path->text().trimmed());
}

void FileField::setFile(const QString &file)
{
    m_path->setText(QDir::toNativeSeparators(file));
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(window(), m_caption, file());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates and keys (%1)").arg(m_pattern), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setFile);
    dialog->open();
}

} // namespace Runnerscope

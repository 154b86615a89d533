// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace Runnerscope {

/// Asks for the name of a view that is to be saved, and whether the columns belong to it.
class SaveViewDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a filter is the one to be saved: a name to begin with.
    explicit SaveViewDialog(const QString &filter, QWidget *parent = nullptr);

    QString name() const;
    bool withColumns() const;

private:
    QLineEdit *m_name;
    QCheckBox *m_columns;
};

} // namespace Runnerscope

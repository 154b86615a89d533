// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace Runnerscope {

/// The path of a file, typed or chosen in the system's file dialog. May stay empty.
class FileField : public QWidget
{
    Q_OBJECT

public:
    /// \a caption is the title of the file dialog and the name for screen readers; \a pattern such as "*.pem".
    FileField(const QString &caption, const QString &pattern, QWidget *parent = nullptr);

    /// Without blanks around it.
    QString file() const;
    void setFile(const QString &file);

signals:
    void changed();

private:
    void choose();

    QString m_caption;
    QString m_pattern;
    QLineEdit *m_path;
};

} // namespace Runnerscope

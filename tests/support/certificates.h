// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace Runnerscope::Test {

/// Certificates for tests, made by the openssl at hand in a temporary folder.
class Certificates
{
public:
    Certificates();

    /// Why there are none; empty when there are.
    QString missing() const { return m_missing; }

    /// The authority of all that are made here: a PEM file.
    QString authority() const { return path(QStringLiteral("authority.pem")); }

    enum class Key { Ec, Rsa };
    /// Makes NAME.pem and NAME.key for names such as "IP:127.0.0.1"; \a days may be negative. False when it fails.
    bool make(const QString &name, const QString &names, int days = 365, Key key = Key::Ec);

    QString certificate(const QString &name) const { return path(name + QStringLiteral(".pem")); }
    QString key(const QString &name) const { return path(name + QStringLiteral(".key")); }
    /// The key of \a name behind a password, in a file of its own.
    QString encryptedKey(const QString &name);
    QString path(const QString &file) const { return m_folder.filePath(file); }
    /// A file of this content.
    QString file(const QString &name, const QByteArray &content) const;

private:
    bool openssl(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_missing;
};

QByteArray contentOf(const QString &path);

} // namespace Runnerscope::Test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace Runnerscope::Test {

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QStringList newKey(Certificates::Key key)
{
    return key == Certificates::Key::Rsa ? words("-newkey rsa:2048")
                                         : words("-newkey ec -pkeyopt ec_paramgen_curve:P-256");
}

} // namespace

Certificates::Certificates()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty()) {
        m_missing = QStringLiteral("openssl is not installed");
        return;
    }
    const bool made =
        openssl(words("req -x509 -noenc -days 365 -subj /CN=Authority -keyout authority.key -out authority.pem")
            + newKey(Key::Ec));
    if (!made)
        m_missing = QStringLiteral("openssl made no certificate");
}

bool Certificates::make(const QString &name, const QString &names, int days, Key kind)
{
    const QString request = name + QStringLiteral(".csr");
    return openssl(words("req -noenc -subj /CN=test -keyout") + QStringList{key(name), QStringLiteral("-out"), request}
               + QStringList{QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names} + newKey(kind))
        && openssl(words("x509 -req -CA authority.pem -CAkey authority.key -CAcreateserial -copy_extensions copy -in")
            + QStringList{
                request, QStringLiteral("-out"), certificate(name), QStringLiteral("-days"), QString::number(days)});
}

QString Certificates::encryptedKey(const QString &name)
{
    const QString into = path(name + QStringLiteral(".encrypted.key"));
    openssl(words("pkey -aes256 -passout pass:sesame -in") + QStringList{key(name), QStringLiteral("-out"), into});
    return into;
}

QString Certificates::file(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(content);
    return file.fileName();
}

bool Certificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Runnerscope::Test

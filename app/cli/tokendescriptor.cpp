// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tokendescriptor.h"

#include <QCoreApplication>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::Cli)
};

/// No token of GitLab is longer than a quarter of it.
constexpr qsizetype longestToken = 4096;

/// As read(2).
qint64 readSome(int descriptor, char *into, qsizetype size)
{
#ifdef Q_OS_UNIX
    qint64 count = 0;
    do
        count = ::read(descriptor, into, static_cast<std::size_t>(size));
    while (count < 0 && errno == EINTR);
    return count;
#else
    return _read(descriptor, into, static_cast<unsigned int>(size));
#endif
}

void closeDescriptor(int descriptor)
{
#ifdef Q_OS_UNIX
    ::close(descriptor);
#else
    _close(descriptor);
#endif
}

enum class End { Whole, Unreadable, TooLong };

/// Up to a line break or the end; \a line has room for all that is accepted, and is never moved.
End readLine(int descriptor, QByteArray &line)
{
    qsizetype size = 0;
    while (size < line.size()) {
        const qint64 count = readSome(descriptor, line.data() + size, line.size() - size);
        if (count < 0)
            return End::Unreadable;
        const qsizetype lineBreak = QByteArrayView(line).first(size + count).indexOf('\n', size);
        if (count == 0 || lineBreak >= 0) {
            line.truncate(lineBreak >= 0 ? lineBreak : size);
            return End::Whole;
        }
        size += count;
    }
    return End::TooLong;
}

} // namespace

std::variant<Secret, QString> readToken(int descriptor)
{
    QByteArray line(longestToken + 1, '\0');
    const End end = readLine(descriptor, line);
    closeDescriptor(descriptor);
    Secret token(end == End::Whole ? line.trimmed() : QByteArray());
    line.fill('\0');
    switch (end) {
    case End::Whole:
        break;
    case End::Unreadable:
        return Tr::tr("No token can be read from file descriptor %1. Open it for reading in the shell, such as by "
                      "“%1</path/of/file” behind the command.")
            .arg(descriptor);
    case End::TooLong:
        return Tr::tr("What file descriptor %1 holds is too long for a token. Put the token alone there.")
            .arg(descriptor);
    }
    if (token.isEmpty())
        return Tr::tr("File descriptor %1 holds no token. Put the token alone there, on the first line.")
            .arg(descriptor);
    return token;
}

} // namespace Runnerscope::Cli

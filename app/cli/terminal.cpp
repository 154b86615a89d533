// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "models/rules/wording.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <limits>

#ifdef Q_OS_UNIX
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace Runnerscope::Cli::Terminal {

namespace {

constexpr int narrowest = 40;

int widthOfDevice()
{
#ifdef Q_OS_UNIX
    winsize size{};
    if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= narrowest)
        return size.ws_col;
#endif
    return std::numeric_limits<int>::max();
}

} // namespace

void ignoreClosedPipes()
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

int width()
{
    const int wanted = qEnvironmentVariableIntValue("COLUMNS");
    return wanted >= narrowest ? wanted : widthOfDevice();
}

bool showsErrors()
{
#ifdef Q_OS_UNIX
    return isatty(STDERR_FILENO) != 0;
#else
    return false;
#endif
}

bool writeOutput(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const auto size = static_cast<std::size_t>(bytes.size());
    errno = 0;
    const bool written = std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    return written || errno == EPIPE;
}

void complain(const QString &text)
{
    writeError("runnerscopectl: " + Wording::oneLine(text).toUtf8() + '\n');
}

void writeError(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace Runnerscope::Cli::Terminal

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Runnerscope::Test {

/// What runnerscopectl did, as a process of its own.
struct CommandResult
{
    int code = -1; ///< -1 when it did not end by itself
    QByteArray out;
    QByteArray err;
};

struct ServerVariables
{
    QString host; ///< GITLAB_HOST; not set when empty
    QByteArray token; ///< GITLAB_TOKEN; not set when empty
};

/// \a input is its standard input. What it saves lies in a temporary folder, which all calls of a test share. There is
/// no key store unless tests/support/with-keyring has started one.
CommandResult runnerscopectl(
    const QStringList &arguments, const ServerVariables &server = {}, const QByteArray &input = {});

/// The same; no file can grow beyond \a bytes meanwhile, as on a full disk.
CommandResult runnerscopectlWithoutRoom(const QStringList &arguments, const ServerVariables &server, int bytes);

/// The environment of runnerscopectl().
QProcessEnvironment environmentFor(const ServerVariables &server);

} // namespace Runnerscope::Test

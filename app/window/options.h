// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSize>
#include <QString>

#include <optional>
#include <variant>

namespace Runnerscope {

/// What the command line of runnerscope asks for.
struct WindowOptions
{
    bool demo = false;
    QString instance; ///< name of a saved instance; empty: as the environment says
    QString picture; ///< file to render the window into; empty: the window is shown to a person
    std::optional<QSize> size;
    QString appearance; ///< "light" or "dark"; empty: as the user chose in the window
    QString filter; ///< in the filter language; empty: every runner
    QString jobLink; ///< of a job whose card is wanted; empty: none
    bool panel = false; ///< with the details of the first runner
};

/// A sentence about what is wrong with the command line.
struct WrongUsage
{
    QString sentence;
};

/// A text to print instead of opening a window: help or version.
struct TextAsked
{
    QString text;
};

std::variant<WindowOptions, TextAsked, WrongUsage> readWindowOptions(const QStringList &arguments);

} // namespace Runnerscope

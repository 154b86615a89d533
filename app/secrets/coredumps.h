// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Runnerscope {

/// Keeps the system from writing the memory of this program, tokens and all, to a file when it crashes. Called once, at
/// the begin of main(). Programs that this one starts inherit it.
///
/// Unix: the soft limit of core files becomes one byte. Linux takes exactly that, other than nought, as a ban also on
/// dumps that go to another program such as systemd-coredump (fs/coredump.c). Where the hard limit allows no byte, the
/// process is made undumpable on Linux. Elsewhere nothing is done.
void switchOffCoreDumps();

} // namespace Runnerscope

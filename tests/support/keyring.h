// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A key store of this test alone, on the bus that tests/support/with-keyring has started for it.
namespace Runnerscope::Test::Keyring {

/// Why there can be none; empty when there can.
QString missing();

/// Starts it, or starts it again with what was kept in it. It is unlocked then.
bool restart();
/// As a person locks it. No prompt can be shown that would unlock it.
bool lock();
/// The process stops where it is and answers nobody, until resume() or kill().
void freeze();
void resume();
void kill();

} // namespace Runnerscope::Test::Keyring

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Runnerscope {

/// Organisation, name and version of the application, the same for both programs: by them Qt finds the folders for
/// settings and data. To be called once, when the application object exists.
void setIdentity();

} // namespace Runnerscope

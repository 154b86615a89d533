// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/oncereply.h"

#include <utility>

namespace Runnerscope {

void OnceReply::cancel()
{
    if (end())
        emit cancelled();
}

bool OnceReply::end()
{
    if (std::exchange(m_ended, true))
        return false;
    deleteLater();
    return true;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace Runnerscope {

void switchOffCoreDumps()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max == 0 ? 0 : 1;
        setrlimit(RLIMIT_CORE, &limit);
    }
#ifdef Q_OS_LINUX
    if (limit.rlim_cur != 1)
        prctl(PR_SET_DUMPABLE, 0);
#endif
#endif
}

} // namespace Runnerscope

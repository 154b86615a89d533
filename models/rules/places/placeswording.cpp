// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/places/placeswording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope::PlacesWording {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::PlacesWording)
};

} // namespace

QString completeness(const HostCompleteness &hosts)
{
    const QString listed = Wording::count(hosts.listed);
    if (hosts.runnersCut == 0)
        return hosts.listed == 1 ? Tr::tr("1 host, all that there is.")
                                 : Tr::tr("%1 hosts, all that there are.").arg(listed);
    const QString existing = Wording::count(hosts.existing);
    if (hosts.runnersCut == 1)
        return Tr::tr("%1 of %2 hosts: of 1 runner with very many only the newest are known so far.")
            .arg(listed, existing);
    return Tr::tr("%1 of %2 hosts: of %3 runners with very many only the newest are known so far.")
        .arg(listed, existing, Wording::count(hosts.runnersCut));
}

} // namespace Runnerscope::PlacesWording

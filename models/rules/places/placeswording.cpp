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

QString allListed(qint64 hosts)
{
    return hosts == 1 ? Tr::tr("Listed: 1 host.") : Tr::tr("Listed: %1 hosts.").arg(Wording::count(hosts));
}

} // namespace

QString completeness(const HostCompleteness &completeness)
{
    if (completeness.isComplete())
        return allListed(completeness.listed);
    const QString listed = Wording::count(completeness.listed);
    const QString existing = Wording::count(completeness.existing);
    if (completeness.incompleteRunners == 1)
        return Tr::tr("Listed: %1 of %2 hosts; 1 runner has more hosts than have been read.").arg(listed, existing);
    return Tr::tr("Listed: %1 of %2 hosts; %3 runners have more hosts than have been read.")
        .arg(listed, existing, Wording::count(completeness.incompleteRunners));
}

QString group(const HostGroup &group, HostGrouping grouping)
{
    if (group.isTold())
        return Wording::oneLine(group.key);
    return grouping == HostGrouping::SystemId ? Tr::tr("No system id told") : Tr::tr("No address known");
}

QString kind(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Instance:
        return Tr::tr("instance", "kind of owner");
    case PlaceKind::Group:
        return Tr::tr("group", "kind of owner");
    case PlaceKind::IntermediateGroup:
        return Tr::tr("group without runners of its own", "kind of owner");
    case PlaceKind::Project:
        return Tr::tr("project", "kind of owner");
    case PlaceKind::NotReadable:
        break;
    }
    return Tr::tr("not readable", "kind of owner");
}

QString name(const PlaceNode &node)
{
    switch (node.kind) {
    case PlaceKind::Instance:
        return Tr::tr("Instance", "the owner of instance runners");
    case PlaceKind::NotReadable:
        return Tr::tr("Owner not readable");
    default:
        break;
    }
    return Wording::oneLine(node.name);
}

} // namespace Runnerscope::PlacesWording

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demohosts.h"

#include "app/demo/demoversions.h"

namespace Runnerscope {

namespace {

QString randomText(DemoRandom &random, QStringView alphabet, int length)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += alphabet[random.below(static_cast<int>(alphabet.size()))];
    return text;
}

QString systemId(DemoRandom &random, const DemoHostKind &kind)
{
    if (kind.legacy)
        return QStringLiteral("<legacy>");
    // Containers have no machine id to derive a system id from.
    const bool machineId = kind.profile->executor != QLatin1String("kubernetes");
    if (machineId)
        return u"s_" + randomText(random, u"0123456789abcdef", 12);
    return u"r_" + randomText(random, u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 12);
}

QString address(DemoRandom &random, quint32 network)
{
    return QStringLiteral("%1.%2.%3.%4")
        .arg((network >> 16) & 0xff)
        .arg((network >> 8) & 0xff)
        .arg(network & 0xff)
        .arg(random.between(2, 250));
}

} // namespace

DemoHostKind demoHostKind(DemoRandom &random, const DemoProfile &profile, int releaseLine)
{
    constexpr quint32 privateNetwork = 10U << 16;
    constexpr quint32 publicNetwork = (203U << 16) | 113U; // for documentation, RFC 5737
    const auto subnet = static_cast<quint32>(random.between(1 << 8, (24 << 8) + 255));
    const bool outside = random.chance(40);
    const bool unusual = random.chance(25);
    const QString version = unusual ? demoUnusualVersion(random) : demoRelease(random, releaseLine);
    return {&profile, releaseLine, version, !unusual && releaseLine >= demoFirstLegacyLine,
        outside ? publicNetwork : privateNetwork | subnet};
}

RunnerManager demoHost(DemoRandom &random, const DemoHostKind &kind, ServerTime createdAt, ServerTime contactedAt)
{
    RunnerManager host;
    host.systemId = systemId(random, kind);
    host.version = kind.version;
    host.revision = demoRevision(host.version);
    host.platform = kind.profile->platform;
    host.architecture = kind.profile->architecture;
    host.executor = kind.profile->executor;
    host.ipAddress = address(random, kind.network);
    host.createdAt = createdAt;
    host.contactedAt = contactedAt;
    host.jobExecution = JobExecution::Idle;
    return host;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoprofiles.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Runnerscope {

namespace {

struct ProfileEntry
{
    const char16_t *prefix;
    const char16_t *executor;
    const char16_t *platform;
    const char16_t *architecture;
    const char16_t *tags;
    bool autoscaled = false;
    bool deploys = false;
};

constexpr auto profileEntries = std::to_array<ProfileEntry>({
    {u"build", u"docker", u"linux", u"amd64", u"docker linux amd64"},
    {u"ci", u"docker", u"linux", u"amd64", u"docker linux"},
    {u"build-arm", u"docker", u"linux", u"arm64", u"docker linux arm64"},
    {u"spot", u"docker-autoscaler", u"linux", u"amd64", u"docker linux spot autoscale", true},
    {u"fleet", u"instance", u"linux", u"amd64", u"linux vm autoscale", true},
    {u"machine", u"docker+machine", u"linux", u"amd64", u"docker linux autoscale", true},
    {u"k8s", u"kubernetes", u"linux", u"amd64", u"kubernetes linux"},
    {u"k8s-large", u"kubernetes", u"linux", u"amd64", u"kubernetes linux large"},
    {u"shell", u"shell", u"linux", u"amd64", u"shell linux"},
    {u"deploy", u"shell", u"linux", u"amd64", u"deploy production", false, true},
    {u"release", u"docker", u"linux", u"amd64", u"docker release production", false, true},
    {u"mac-mini", u"shell", u"darwin", u"arm64", u"macos xcode-16 ios"},
    {u"mac-vm", u"parallels", u"darwin", u"amd64", u"macos xcode-14"},
    {u"win", u"docker-windows", u"windows", u"amd64", u"windows docker-windows"},
    {u"win-shell", u"shell", u"windows", u"amd64", u"windows msbuild"},
    {u"gpu", u"docker", u"linux", u"amd64", u"gpu cuda linux"},
    {u"hw-lab", u"ssh", u"linux", u"arm", u"firmware hardware-lab"},
    {u"vbox", u"virtualbox", u"linux", u"amd64", u"integration vm"},
    {u"edge", u"custom", u"linux", u"arm64", u"edge on-prem"},
});

struct Spelling
{
    const char16_t *usual;
    const char16_t *other;
};

constexpr auto otherSpellings = std::to_array<Spelling>({{u"docker", u"Docker"}, {u"docker", u"dcoker"},
    {u"linux", u"Linux"}, {u"linux", u"linux-x64"}, {u"amd64", u"x86_64"}, {u"arm64", u"aarch64"},
    {u"kubernetes", u"k8s"}, {u"production", u"prod"}, {u"macos", u"mac-os"}, {u"gpu", u"GPU"},
    {u"autoscale", u"auto-scale"}, {u"windows", u"win"}, {u"large", u"size-large"}});

constexpr auto furtherTags = std::to_array<const char16_t *>({u"small", u"medium", u"large", u"shared", u"trusted",
    u"nightly", u"berlin", u"eu-west-1", u"us-east-2", u"ssd", u"internal", u"legacy"});

constexpr auto oddNames =
    std::to_array<const char16_t *>({u"Markus’ old desktop, do not switch off", u"test runner (please delete)",
        u"Büro Mac mini 2. Stock", u"ビルド用マシン", u"copy of copy of build-4", u"my-runner", u"gitlab-runner",
        u"runner with a name that says in one go where it stands, who looks after it and why"});

DemoProfile profileFrom(const ProfileEntry &entry)
{
    return {QString::fromUtf16(entry.prefix), QString::fromUtf16(entry.executor), QString::fromUtf16(entry.platform),
        QString::fromUtf16(entry.architecture), QString::fromUtf16(entry.tags).split(u' '), entry.autoscaled,
        entry.deploys};
}

QString spelledAnew(DemoRandom &random, const QString &tag)
{
    std::vector<QString> others;
    for (const Spelling &spelling : otherSpellings) {
        if (tag == QStringView(spelling.usual))
            others.push_back(QString::fromUtf16(spelling.other));
    }
    return others.empty() ? tag : random.pick(others);
}

} // namespace

const std::vector<DemoProfile> &demoProfiles()
{
    static const std::vector<DemoProfile> profiles = [] {
        std::vector<DemoProfile> all;
        std::ranges::transform(profileEntries, std::back_inserter(all), profileFrom);
        return all;
    }();
    return profiles;
}

const std::vector<DemoProfile> &demoPoolProfiles()
{
    static const std::vector<DemoProfile> profiles = [] {
        std::vector<DemoProfile> pools;
        std::ranges::copy_if(demoProfiles(), std::back_inserter(pools), &DemoProfile::autoscaled);
        return pools;
    }();
    return profiles;
}

QStringList demoTags(DemoRandom &random, const DemoProfile &profile, const QString &team)
{
    if (random.chance(50))
        return {};
    QStringList tags;
    for (const QString &tag : profile.tags)
        tags.append(random.chance(60) ? spelledAnew(random, tag) : tag);
    if (random.chance(350))
        tags.append(QString::fromUtf16(random.pick(furtherTags)));
    if (!team.isEmpty() && random.chance(250))
        tags.append(team);
    tags.removeDuplicates();
    return tags;
}

QString demoDescription(DemoRandom &random, const DemoProfile &profile)
{
    if (random.chance(20))
        return {};
    if (random.chance(15))
        return QString::fromUtf16(random.pick(oddNames));
    if (profile.autoscaled)
        return profile.prefix + u'-' + QString::number(random.between(0x1000, 0xffff), 16);
    return profile.prefix + u'-' + QString::number(random.between(1, 240));
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demoplaces.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace Runnerscope {

namespace {

constexpr auto groupPaths = std::to_array<const char16_t *>({
    u"acme",
    u"acme/data",
    u"acme/data/lake",
    u"acme/data/ml",
    u"acme/data/ml/serving",
    u"acme/data/ml/training",
    u"acme/data/pipelines",
    u"acme/data/reports",
    u"acme/firmware",
    u"acme/firmware/bootloader",
    u"acme/firmware/gateway",
    u"acme/firmware/sensors",
    u"acme/internal",
    u"acme/internal/finance",
    u"acme/internal/hr-tools",
    u"acme/internal/it-service",
    u"acme/logistics",
    u"acme/logistics/routing",
    u"acme/logistics/tracking",
    u"acme/logistics/warehouse",
    u"acme/logistics/warehouse/robots",
    u"acme/payments",
    u"acme/payments/api",
    u"acme/payments/fraud",
    u"acme/payments/fraud/features",
    u"acme/payments/fraud/models",
    u"acme/payments/ledger",
    u"acme/payments/web",
    u"acme/platform",
    u"acme/platform/ci",
    u"acme/platform/ci/images",
    u"acme/platform/ci/runners",
    u"acme/platform/ci/runners/linux",
    u"acme/platform/ci/runners/linux/arm64",
    u"acme/platform/ci/runners/linux/arm64/canary",
    u"acme/platform/ci/runners/linux/arm64/canary/berlin",
    u"acme/platform/ci/runners/macos",
    u"acme/platform/ci/runners/windows",
    u"acme/platform/kubernetes",
    u"acme/platform/kubernetes/clusters",
    u"acme/platform/observability",
    u"acme/platform/observability/logs",
    u"acme/platform/observability/metrics",
    u"acme/platform/security",
    u"acme/platform/security/scanners",
    u"acme/platform/sre",
    u"acme/shop",
    u"acme/shop/catalog",
    u"acme/shop/checkout",
    u"acme/shop/mobile",
    u"acme/shop/mobile/android",
    u"acme/shop/mobile/ios",
    u"acme/shop/search",
    u"acme/shop/search/ranking",
    u"acme-archive",
    u"acme-archive/2019",
    u"acme-archive/migration",
    u"acme-labs",
    u"acme-labs/prototypes",
    u"acme-labs/quantum",
});

/// Steps through the words in a fixed stride need a number of words that is prime.
constexpr auto projectWords = std::to_array<const char16_t *>({
    u"service",
    u"gateway",
    u"worker",
    u"scheduler",
    u"importer",
    u"exporter",
    u"dashboard",
    u"client",
    u"sdk",
    u"schema",
    u"migrations",
    u"terraform",
    u"helm-charts",
    u"docs",
    u"load-tests",
    u"e2e-tests",
    u"tools",
    u"base-image",
    u"config",
    u"alerts",
    u"simulator",
    u"notebooks",
    u"release-scripts",
    u"website",
    u"mock-server",
    u"event-bus",
    u"cache",
    u"auth",
    u"sandbox",
    u"benchmarks",
    u"translations",
});

constexpr int projectsPerGroup = 5;

QString displayWord(const QString &word)
{
    static const QStringList acronyms{QStringLiteral("api"), QStringLiteral("ci"), QStringLiteral("ml"),
        QStringLiteral("sre"), QStringLiteral("sdk"), QStringLiteral("hr"), QStringLiteral("it")};
    if (word == QLatin1String("ios"))
        return QStringLiteral("iOS");
    if (word == QLatin1String("macos"))
        return QStringLiteral("macOS");
    if (acronyms.contains(word))
        return word.toUpper();
    return word.left(1).toUpper() + word.mid(1);
}

QString displaySegment(const QString &segment)
{
    QStringList words = segment.split(u'-');
    std::ranges::transform(words, words.begin(), displayWord);
    return words.join(u' ');
}

DemoPlaces::OwnerPtr ownerAt(OwnerKind kind, qint64 number, const QString &path)
{
    QStringList names = path.split(u'/');
    std::ranges::transform(names, names.begin(), displaySegment);
    const QString fullName = names.join(QStringLiteral(" / "));
    return std::make_shared<const Owner>(Owner{kind, number, path, names.constLast(), fullName, {}});
}

} // namespace

DemoPlaces::DemoPlaces(DemoRandom &random)
{
    for (const char16_t *path : groupPaths) {
        const auto number = static_cast<qint64>(m_groups.size()) + 11;
        m_groups.push_back(ownerAt(OwnerKind::Group, number, QString::fromUtf16(path)));
        addProjects(random, *m_groups.back());
    }
}

void DemoPlaces::addProjects(DemoRandom &random, const Owner &group)
{
    constexpr auto words = static_cast<int>(projectWords.size());
    const int first = random.below(words);
    const int stride = random.between(1, words - 1);
    for (int i = 0; i < projectsPerGroup; ++i) {
        const auto word = static_cast<std::size_t>((first + i * stride) % words);
        const auto number = static_cast<qint64>(m_projects.size()) + 201;
        m_projects.push_back(
            ownerAt(OwnerKind::Project, number, group.fullPath + u'/' + QString::fromUtf16(projectWords[word])));
    }
}

} // namespace Runnerscope

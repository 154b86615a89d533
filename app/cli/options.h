// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>

#include <array>
#include <variant>

namespace Runnerscope::Cli {

/// What is wrong with the arguments, for people.
struct Complaint
{
    QString text;
};

template <typename T>
using Or = std::variant<T, Complaint>;

/// How one of refreshFields is written.
struct RefreshOption
{
    const char *name;
    const char *field;
};

inline constexpr std::array refreshOptions{
    RefreshOption{"requests-per-minute", "requestsPerMinute"},
    RefreshOption{"visible-every", "visibleSeconds"},
    RefreshOption{"news-every", "newsSeconds"},
    RefreshOption{"walk-every", "walkMinutes"},
    RefreshOption{"read-back", "readBackRequests"},
};

QCommandLineOption valueOption(const char *name);

/// All options there are, of whatever verb, and what was given of them.
class Options
{
public:
    Options();

    QString value(const QCommandLineOption &option) const { return parser.value(option); }
    bool has(const QCommandLineOption &option) const { return parser.isSet(option); }
    QString value(const RefreshOption &option) const { return parser.value(QString::fromLatin1(option.name)); }
    bool has(const RefreshOption &option) const { return parser.isSet(QString::fromLatin1(option.name)); }

    const QCommandLineOption demo{QStringLiteral("demo")};
    const QCommandLineOption cached{QStringLiteral("cached")};
    const QCommandLineOption instance = valueOption("instance");
    const QCommandLineOption partial{QStringLiteral("partial")};
    const QCommandLineOption filter = valueOption("filter");
    const QCommandLineOption groupBy = valueOption("group-by");
    const QCommandLineOption statuses = valueOption("status");
    const QCommandLineOption why{QStringLiteral("why")};
    const QCommandLineOption most = valueOption("max");
    const QCommandLineOption jobs{QStringLiteral("jobs")};
    const QCommandLineOption verbose{QStringLiteral("verbose")};
    const QCommandLineOption by = valueOption("by");
    const QCommandLineOption since = valueOption("since");
    const QCommandLineOption output{
        {QStringLiteral("o"), QStringLiteral("output")}, QString(), QStringLiteral("format"), QStringLiteral("table")};
    const QCommandLineOption caFile = valueOption("ca-file");
    const QCommandLineOption clientCertificate = valueOption("client-certificate");
    const QCommandLineOption clientKey = valueOption("client-key");
    const QCommandLineOption proxy = valueOption("proxy");
    const QCommandLineOption tokenDescriptor = valueOption("token-fd");
    const QCommandLineOption production{QStringLiteral("production")};
    const QCommandLineOption readWrite{QStringLiteral("read-write")};
    const QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}};
    const QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}};
    QCommandLineParser parser;
};

} // namespace Runnerscope::Cli

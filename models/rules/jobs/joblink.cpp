// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/jobs/joblink.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace Runnerscope {

namespace {

using Kind = JobLinkTrouble::Kind;

/// Longer texts are not looked at: no address is that long, but what is dropped on a window may be.
constexpr qsizetype longestText = 8'192;

JobLink trouble(Kind kind)
{
    return JobLinkTrouble{kind, {}};
}

bool isPathSegment(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_.][A-Za-z0-9_.-]{0,254}\\z"));
    return form.match(text).hasMatch() && text != QLatin1String(".") && text != QLatin1String("..");
}

/// A project lies in a group or in the namespace of a user.
bool isProjectPath(const QStringList &segments)
{
    return segments.size() >= 2 && segments.size() <= 22 && std::ranges::all_of(segments, isPathSegment);
}

/// 0 where it is no number of a job.
qint64 numberFrom(const QString &text)
{
    const bool digits = !text.isEmpty() && text.size() <= 19
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? text.toLongLong() : 0;
}

JobLink job(const QString &projectPath, qint64 projectNumber, const QString &number)
{
    const JobReference reference{projectPath, projectNumber, numberFrom(number)};
    return reference.number > 0 ? JobLink(reference) : trouble(Kind::OtherPage);
}

/// What follows /api/v4, such as "projects", "acme/api", "jobs", "123".
JobLink fromApi(const QStringList &route)
{
    if (route.value(0) != QLatin1String("projects") || route.value(2) != QLatin1String("jobs"))
        return trouble(Kind::OtherPage);
    if (const qint64 number = numberFrom(route.value(1)); number > 0)
        return job({}, number, route.value(3));
    return isProjectPath(route.value(1).split(u'/')) ? job(route.value(1), 0, route.value(3))
                                                     : trouble(Kind::OtherPage);
}

Kind kindOfPage(const QString &page)
{
    if (page == QLatin1String("merge_requests"))
        return Kind::MergeRequest;
    if (page == QLatin1String("pipelines"))
        return Kind::Pipeline;
    return page == QLatin1String("commit") ? Kind::Commit : Kind::OtherPage;
}

bool isJobPage(const QString &page)
{
    return page == QLatin1String("jobs") || page == QLatin1String("builds");
}

/// Before GitLab 12 there was no "-" behind the path of the project.
JobLink fromOldPage(const QStringList &segments)
{
    for (qsizetype i = 2; i + 1 < segments.size(); ++i) {
        if (isJobPage(segments[i]) && numberFrom(segments[i + 1]) > 0 && isProjectPath(segments.first(i)))
            return job(segments.first(i).join(u'/'), 0, segments[i + 1]);
        if (kindOfPage(segments[i]) != Kind::OtherPage)
            return trouble(kindOfPage(segments[i]));
    }
    return trouble(Kind::OtherPage);
}

/// \a segments: the path below the base of the server.
JobLink fromSegments(const QStringList &segments)
{
    if (segments.value(0) == QLatin1String("api"))
        return fromApi(segments.mid(2));
    const qsizetype dash = segments.indexOf(QStringLiteral("-"));
    if (dash < 0)
        return fromOldPage(segments);
    const QString page = segments.value(dash + 1);
    if (!isJobPage(page))
        return trouble(kindOfPage(page));
    const QStringList project = segments.first(dash);
    return isProjectPath(project) ? job(project.join(u'/'), 0, segments.value(dash + 2)) : trouble(Kind::OtherPage);
}

QStringList segmentsOf(const QUrl &url)
{
    QStringList segments = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    for (QString &segment : segments)
        segment = QUrl::fromPercentEncoding(segment.toUtf8());
    return segments;
}

int portOf(const QUrl &url)
{
    return url.port(-1);
}

/// http leads to https there, so the scheme makes no difference.
bool isSameServer(const QUrl &a, const QUrl &b)
{
    const auto usual = [](const QUrl &url) {
        return portOf(url) == -1 || portOf(url) == (url.scheme() == QLatin1String("http") ? 80 : 443);
    };
    return a.host() == b.host() && (portOf(a) == portOf(b) || (usual(a) && usual(b)));
}

JobLinkTrouble otherInstance(const QUrl &url)
{
    const QString host = url.host();
    return {Kind::OtherInstance, portOf(url) == -1 ? host : QString(host + u':' + QString::number(portOf(url)))};
}

JobLink fromUrl(const QUrl &url, const QString &instance)
{
    const QUrl base(instance, QUrl::StrictMode);
    QStringList segments = segmentsOf(url);
    const QStringList below = segmentsOf(base);
    if (instance.isEmpty() || !isSameServer(url, base)
        || segments.first(std::min(below.size(), segments.size())) != below)
        return otherInstance(url);
    return fromSegments(segments.mid(below.size()));
}

/// The first link in a text, without what cannot be its end.
std::optional<QUrl> linkIn(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("https?://[^\\s<>\"'`\\[\\]{}|\\\\^]+"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString link = match.captured();
    while (!link.isEmpty() && QStringLiteral(".,;:!?)*_~").contains(link.back()))
        link.chop(1);
    QUrl url(link, QUrl::TolerantMode);
    return url.isValid() && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

/// "group/project#123", "#123", "123", or how the API numbers jobs.
std::optional<JobLink> fromName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:([A-Za-z0-9_./-]+)?#|gid://gitlab/"
                                                        "(?:Ci::Build|Ci::Bridge|CommitStatus)/)?([0-9]{1,19})\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch() || numberFrom(match.captured(2)) == 0)
        return std::nullopt;
    const QString path = match.captured(1);
    if (!path.isEmpty() && !isProjectPath(path.split(u'/')))
        return std::nullopt;
    return job(path, 0, match.captured(2));
}

/// "git.example.com/acme/api/-/jobs/123" and "/acme/api/-/jobs/123".
JobLink fromBarePath(const QString &text, const QString &instance)
{
    const QUrl base(instance, QUrl::StrictMode);
    const QString host = text.section(u'/', 0, 0).toLower();
    if (!host.isEmpty() && (host == base.host() || host == base.authority()))
        return fromUrl(QUrl(base.scheme() + QStringLiteral("://") + text), instance);
    QStringList segments = segmentsOf(QUrl(text.startsWith(u'/') ? text : QString(u'/' + text)));
    const QStringList below = segmentsOf(base);
    if (text.startsWith(u'/') && !below.isEmpty() && segments.mid(0, below.size()) == below)
        segments = segments.mid(below.size());
    const JobLink link = fromSegments(segments);
    return std::holds_alternative<JobReference>(link) ? link : trouble(Kind::NoJob);
}

} // namespace

JobLink parseJobLink(const QString &text, const QString &instance)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return trouble(Kind::Nothing);
    if (trimmed.size() > longestText)
        return trouble(Kind::NoJob);
    if (const auto named = fromName(trimmed))
        return *named;
    if (const auto url = linkIn(trimmed))
        return fromUrl(*url, instance);
    static const QRegularExpression blank(QStringLiteral("\\s"));
    return trimmed.contains(blank) ? trouble(Kind::NoJob) : fromBarePath(trimmed, instance);
}

bool looksLikeJobLink(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestText)
        return false;
    if (const auto named = fromName(trimmed))
        return std::get<JobReference>(*named).namesProject();
    const auto url = linkIn(trimmed);
    if (!url)
        return false;
    const QStringList segments = segmentsOf(*url);
    return std::ranges::any_of(segments, isJobPage);
}

} // namespace Runnerscope

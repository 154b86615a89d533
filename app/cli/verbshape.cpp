// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbshape.h"

#include <algorithm>

namespace Runnerscope::Cli {

namespace {

constexpr VerbShape verbShapes[] = {
    {Verb::Status, QLatin1String("status"), {}, 1, false, std::nullopt},
    {Verb::Runners, QLatin1String("runners"), {}, 1, true, FilterSubject::Runners},
    {Verb::Runner, QLatin1String("runner"), {}, 2, false, std::nullopt},
    {Verb::Managers, QLatin1String("managers"), {}, 1, true, FilterSubject::Runners},
    {Verb::Tags, QLatin1String("tags"), {}, 1, true, FilterSubject::Runners},
    {Verb::Groups, QLatin1String("groups"), {}, 1, true, FilterSubject::Runners},
    {Verb::Jobs, QLatin1String("jobs"), {}, 1, true, FilterSubject::Jobs},
    {Verb::Job, QLatin1String("job"), {}, 2, false, std::nullopt},
    {Verb::Queue, QLatin1String("queue"), {}, 1, true, std::nullopt},
    {Verb::Watch, QLatin1String("watch"), {}, 1, false, std::nullopt},
    {Verb::AddInstance, QLatin1String("instances"), QLatin1String("add"), 4, false, std::nullopt},
    {Verb::RemoveInstance, QLatin1String("instances"), QLatin1String("remove"), 3, false, std::nullopt},
    {Verb::SetToken, QLatin1String("instances"), QLatin1String("token"), 3, false, std::nullopt},
    {Verb::Instances, QLatin1String("instances"), {}, 1, true, std::nullopt},
};

} // namespace

const VerbShape &shapeOf(Verb verb)
{
    return *std::ranges::find(verbShapes, verb, &VerbShape::verb);
}

std::optional<Verb> verbOf(const QStringList &words)
{
    const auto *shape = std::ranges::find_if(verbShapes, [&words](const VerbShape &candidate) {
        return words.value(0) == candidate.word && (candidate.subword.isEmpty() || words.value(1) == candidate.subword);
    });
    return shape != std::end(verbShapes) ? std::optional(shape->verb) : std::nullopt;
}

bool changesInstances(Verb verb)
{
    return verb == Verb::AddInstance || verb == Verb::RemoveInstance || verb == Verb::SetToken;
}

QString wordsOf(Verb verb)
{
    const VerbShape &shape = shapeOf(verb);
    return shape.subword.isEmpty() ? QString(shape.word) : QString(shape.word + u' ' + shape.subword);
}

} // namespace Runnerscope::Cli

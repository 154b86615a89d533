// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/job.h"

#include "models/domain/samevalue.h"

#include <tuple>

namespace Runnerscope {

namespace {

auto fieldsOfJob(const Job &j)
{
    return std::tie(j.id, j.status, j.runner, j.manager, j.kind, j.createdAt, j.queuedAt, j.startedAt, j.finishedAt,
        j.pipeline, j.cancelable, j.name, j.stage, j.ref, j.tags, j.failureReason, j.failureMessage, j.webPath);
}

} // namespace

bool operator==(const Job &a, const Job &b)
{
    return fieldsOfJob(a) == fieldsOfJob(b) && sameValue(a.project, b.project) && sameValue(a.user, b.user);
}

} // namespace Runnerscope

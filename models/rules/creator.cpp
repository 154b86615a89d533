// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/creator.h"

namespace Runnerscope {

CreatorKind creatorKindOf(const Runner &runner)
{
    if (runner.creator)
        return runner.creator->kind == UserKind::Bot ? CreatorKind::Bot : CreatorKind::Person;
    switch (runner.creationMethod) {
    case CreationMethod::RegistrationToken:
        return CreatorKind::RegistrationToken;
    case CreationMethod::AuthenticatedUser:
        return CreatorKind::Deleted;
    case CreationMethod::Unknown:
        break;
    }
    return CreatorKind::NotReadable;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace Runnerscope {

/// Why the key store of this computer could not be used. Worded for people in rules/secretwording.h.
struct SecretTrouble
{
    enum class Kind {
        Unavailable, ///< there is none, or nobody answers for it
        Locked, ///< and stayed so: the question for its password was dismissed, or not answered in time
        Failed,
    };

    Kind kind = Kind::Failed;
    QString detail; ///< technical text of the key store; plain text, never a secret

    friend bool operator==(const SecretTrouble &, const SecretTrouble &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::SecretTrouble)

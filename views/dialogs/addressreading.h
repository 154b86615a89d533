// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/errorwording.h"

#include <QUrl>

#include <functional>
#include <optional>

namespace Runnerscope {

/// What a text that somebody types means as the address of a GitLab.
struct AddressReading
{
    QUrl base; ///< http or https; empty when the text is no address
    QString endpoint; ///< what will be asked, for people: "https://host/gitlab/api/graphql"
    std::optional<ErrorWords> trouble; ///< why it is no address
};

using ReadAddress = std::function<AddressReading(const QString &text)>;

} // namespace Runnerscope

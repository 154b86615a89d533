// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/jsondocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Runnerscope::Test {

/// What a server would have sent. Ends the process when a test gives no JSON. Values of the document are valid as long
/// as it is kept, at least to the end of the expression.
inline JsonDocument json(const QByteArray &text)
{
    JsonDocument document = JsonDocument::parse(text, 64);
    if (!document.isValid())
        qFatal("bad JSON in a test: %s", qUtf8Printable(document.problem()));
    return document;
}

inline JsonDocument json(const QJsonObject &object)
{
    return json(QJsonDocument(object).toJson());
}

inline JsonDocument json(const QJsonArray &array)
{
    return json(QJsonDocument(array).toJson());
}

} // namespace Runnerscope::Test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gitlab/jsondocument.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Runnerscope {

/// Which fields and arguments a server offers on some types, as its introspection says. What was not asked, not
/// answered, or answered in an unknown shape is not known, and not known is no "no".
class SchemaOffer
{
public:
    enum class Answer { Unknown, Offered, Lacking };

    /// \a data answers the query SchemaOffer, repeated for \a types.
    static SchemaOffer decode(JsonValue data, const QStringList &types);

    /// \a name is "Type.field" or "Type.field(argument)".
    Answer has(const QString &name) const;
    bool isEmpty() const { return m_types.isEmpty(); }

private:
    using Fields = QHash<QString, QSet<QString>>; ///< a field's name, and those of its arguments

    QHash<QString, Fields> m_types;
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace Runnerscope {

/// An argument of a field: its name, its value as it is written in the file, and the mark it carries.
struct QueryArgument
{
    QString name;
    QString value;
    QString since; ///< "Type.field(argument)", or empty
    bool cut = false;
};

/// A field with what stands below it, or the place where a fragment is spread.
struct QuerySelection
{
    enum class Kind { Field, Spread };

    Kind kind = Kind::Field;
    QString alias; ///< empty where there is none
    QString name; ///< of the field or of the fragment
    QString since; ///< "Type.field" where the type is known: by a mark, or by the fragment around the field
    bool marked = false; ///< a mark says that not every supported server offers it
    std::vector<QueryArgument> arguments{};
    std::vector<QuerySelection> children{};
    bool cut = false;
};

struct QueryVariable
{
    QString name; ///< without "$"
    QString type;
};

/// An operation or a fragment.
struct QueryDefinition
{
    QString keyword; ///< "query", "mutation" or "fragment"
    QString name;
    QString onType; ///< of a fragment
    std::vector<QueryVariable> variables{}; ///< of an operation
    std::vector<QuerySelection> selections{};

    bool isFragment() const { return onType.size() > 0; }
};

/// What one file of resources/queries holds. Fragments are known within their file only.
using QueryDocument = std::vector<QueryDefinition>;

/// Reads the part of GraphQL that the files are written in: named operations and fragments, aliases, arguments,
/// variables without defaults, and spreads of fragments. A mark is a comment "# since Type.field" or
/// "# since Type.field(argument)" behind that field, or behind what opens its block. Anything else is a mistake in a
/// file that belongs to the program, and ends it with a message.
QueryDocument parseQueries(const QString &text, const QString &fileName);

/// The variables that occur in the value of an argument, without "$".
QStringList variablesIn(const QString &value);

} // namespace Runnerscope

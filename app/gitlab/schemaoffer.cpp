// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/schemaoffer.h"

#include "app/gitlab/querybook.h"

namespace Runnerscope {

namespace {

QString nameOf(JsonValue value)
{
    return value.value(QLatin1String("name")).toString();
}

QSet<QString> argumentsOf(JsonValue field)
{
    QSet<QString> names;
    const JsonValue arguments = field.value(QLatin1String("args"));
    for (const JsonValue argument : arguments)
        names.insert(nameOf(argument));
    return names;
}

} // namespace

SchemaOffer SchemaOffer::decode(JsonValue data, const QStringList &types)
{
    SchemaOffer offer;
    const std::vector<JsonValue> answers = repeatedAnswers(data, types.size());
    for (qsizetype i = 0; i < types.size(); ++i) {
        Fields fields;
        const JsonValue offered = answers[static_cast<std::size_t>(i)].value(QLatin1String("fields"));
        for (const JsonValue field : offered) {
            if (!nameOf(field).isEmpty())
                fields.insert(nameOf(field), argumentsOf(field));
        }
        if (!fields.isEmpty())
            offer.m_types.insert(types.at(i), fields);
    }
    return offer;
}

SchemaOffer::Answer SchemaOffer::has(const QString &name) const
{
    const auto type = m_types.constFind(name.section(u'.', 0, 0));
    if (type == m_types.constEnd())
        return Answer::Unknown;
    const auto field = type->constFind(name.section(u'.', 1).section(u'(', 0, 0));
    if (field == type->constEnd())
        return Answer::Lacking;
    const QString argument = name.section(u'(', 1).section(u')', 0, 0);
    return argument.isEmpty() || field->contains(argument) ? Answer::Offered : Answer::Lacking;
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/instancetext.h"

#include "app/cli/terminal.h"
#include "app/report/csv.h"
#include "app/report/jsontext.h"
#include "app/report/texttable.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace Runnerscope::Cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::CliInstances)
};

/// As --proxy takes it.
QString proxyText(const InstanceProfile &profile)
{
    switch (profile.proxyMode) {
    case ProxyMode::System:
        return QStringLiteral("system");
    case ProxyMode::None:
        return QStringLiteral("none");
    case ProxyMode::Given:
        break;
    }
    return profile.proxy;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject instanceJson(const InstanceProfile &profile)
{
    QJsonObject object{
        {QStringLiteral("name"), profile.name},
        {QStringLiteral("address"), profile.address},
        {QStringLiteral("user"), orNull(profile.userName)},
        {QStringLiteral("production"), profile.production},
        {QStringLiteral("readOnly"), profile.readOnly},
        {QStringLiteral("proxy"), proxyText(profile)},
        {QStringLiteral("caFile"), orNull(profile.caFile)},
        {QStringLiteral("clientCertificate"), orNull(profile.clientCertificateFile)},
        {QStringLiteral("clientKey"), orNull(profile.clientKeyFile)},
    };
    for (const RefreshField &field : refreshFields)
        object.insert(QString::fromLatin1(field.name), profile.refresh.*field.value);
    return object;
}

QString json(const std::vector<InstanceProfile> &profiles)
{
    QJsonArray array;
    for (const InstanceProfile &profile : profiles)
        array.append(instanceJson(profile));
    return QString::fromUtf8(jsonText(QJsonDocument(array)));
}

QString csv(const std::vector<InstanceProfile> &profiles)
{
    QStringList fields{QStringLiteral("name"), QStringLiteral("address"), QStringLiteral("user"),
        QStringLiteral("production"), QStringLiteral("readOnly"), QStringLiteral("proxy"), QStringLiteral("caFile"),
        QStringLiteral("clientCertificate"), QStringLiteral("clientKey")};
    for (const RefreshField &field : refreshFields)
        fields.append(QString::fromLatin1(field.name));
    QString text = csvLine(fields);
    for (const InstanceProfile &profile : profiles) {
        const QJsonObject object = instanceJson(profile);
        QStringList cells;
        for (const QString &field : fields)
            cells.append(object.value(field).toVariant().toString());
        text += csvLine(cells);
    }
    return text;
}

QString marksOf(const InstanceProfile &profile)
{
    QStringList marks;
    if (profile.production)
        marks.append(Tr::tr("production", "a mark of an instance"));
    if (!profile.readOnly)
        marks.append(Tr::tr("read and write", "a mark of an instance"));
    return marks.join(QStringLiteral(", "));
}

QString table(const std::vector<InstanceProfile> &profiles)
{
    using Elide = TextWidth::Elide;
    TextTable table({{Tr::tr("NAME"), false, 12, Elide::Middle}, {Tr::tr("ADDRESS"), false, 16, Elide::Middle},
        {Tr::tr("USER"), false, 8}, {Tr::tr("MARKS"), false, 10}});
    for (const InstanceProfile &profile : profiles)
        table.addRow({profile.name, profile.address, profile.userName, marksOf(profile)});
    return table.isEmpty() ? Tr::tr("No instance is saved.") + u'\n' : table.toString(Terminal::width());
}

} // namespace

QString instancesText(const std::vector<InstanceProfile> &profiles, Format format)
{
    switch (format) {
    case Format::Json:
        return json(profiles);
    case Format::Csv:
        return csv(profiles);
    case Format::Table:
        break;
    }
    return table(profiles);
}

} // namespace Runnerscope::Cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/jsontext.h"

#include <QString>

#include <algorithm>

namespace Runnerscope {

namespace {

bool needsEscape(QChar c)
{
    if (c == u'\n') // between the lines of the document; within a text Qt has escaped it
        return false;
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

} // namespace

QByteArray jsonText(const QJsonDocument &document)
{
    QByteArray utf8 = document.toJson();
    const QString text = QString::fromUtf8(utf8);
    if (std::ranges::none_of(text, needsEscape))
        return utf8;
    QString escaped;
    escaped.reserve(text.size() + 64);
    for (const QChar c : text) {
        if (needsEscape(c))
            escaped += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return escaped.toUtf8();
}

} // namespace Runnerscope

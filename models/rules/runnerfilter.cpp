// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/runnerfilter.h"

#include <algorithm>

namespace Runnerscope {

namespace {

/// Keeps a word from matching across two fields.
constexpr QChar fieldEnd = u'\n';

void appendManager(QString &text, const RunnerManager &manager)
{
    for (const QString *field : {&manager.systemId, &manager.version, &manager.ipAddress, &manager.executor,
             &manager.platform, &manager.architecture})
        text += *field + fieldEnd;
}

QString searchableText(const Runner &runner)
{
    QString text;
    text.reserve(256);
    text += u'#' + QString::number(runner.id.number) + fieldEnd + runner.description + fieldEnd + runner.shortSha
        + fieldEnd;
    for (const QString &tag : runner.tags)
        text += tag + fieldEnd;
    if (runner.owner)
        text += runner.owner->fullPath + fieldEnd + runner.owner->fullName + fieldEnd;
    if (runner.creator)
        text += runner.creator->username + fieldEnd + runner.creator->name + fieldEnd;
    for (const RunnerManager &manager : runner.managers)
        appendManager(text, manager);
    return text;
}

std::vector<QByteArray> foldedWords(const QString &text)
{
    std::vector<QByteArray> words;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        words.push_back(foldedForSearch(word));
    return words;
}

bool fieldsMatch(const FleetRow &row, const RunnerFilter &filter)
{
    return (!filter.status || row.status == *filter.status) && (!filter.type || row.runner->type == *filter.type)
        && (!filter.pausedOnly || row.runner->paused);
}

} // namespace

QByteArray foldedForSearch(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

SearchText::SearchText(const Fleet &fleet)
{
    m_ends.reserve(fleet.rows.size());
    for (const FleetRow &row : fleet.rows) {
        m_text += foldedForSearch(searchableText(*row.runner));
        m_ends.push_back(m_text.size());
    }
}

std::string_view SearchText::row(std::size_t index) const
{
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1];
    return {m_text.constData() + begin, static_cast<std::size_t>(m_ends[index] - begin)};
}

std::vector<quint32> matchingRows(const Fleet &fleet, const SearchText &text, const RunnerFilter &filter)
{
    const std::vector<QByteArray> words = foldedWords(filter.text);
    std::vector<quint32> matches;
    for (std::size_t index = 0; index < fleet.rows.size(); ++index) {
        const auto contained = [&](const QByteArray &word) {
            return text.row(index).find(std::string_view(word.constData(), static_cast<std::size_t>(word.size())))
                != std::string_view::npos;
        };
        if (fieldsMatch(fleet.rows[index], filter) && std::ranges::all_of(words, contained))
            matches.push_back(static_cast<quint32>(index));
    }
    return matches;
}

} // namespace Runnerscope

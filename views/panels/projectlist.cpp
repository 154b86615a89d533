// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/projectlist.h"

#include "models/rules/wording.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Runnerscope {

namespace {

constexpr int pageSize = 20; ///< fewer need no search
constexpr qsizetype leastLetters = 3; ///< GitLab finds nothing for fewer
constexpr std::chrono::milliseconds typingPause{300};

QString pathsOf(const std::vector<RunnerProject> &projects)
{
    QStringList paths;
    std::ranges::transform(projects, std::back_inserter(paths),
        [](const RunnerProject &project) { return Wording::oneLine(project.fullPath); });
    return paths.join(u'\n');
}

} // namespace

ProjectList::ProjectList(QWidget *parent) :
    QWidget(parent),
    m_search(new QLineEdit),
    m_paths(new TextBlock),
    m_remark(new QLabel),
    m_more(new QToolButton)
{
    m_search->setObjectName(QStringLiteral("projectSearch"));
    m_search->setAccessibleName(tr("Search in the projects"));
    m_search->setPlaceholderText(tr("Search in the projects"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_paths->setAccessibleName(tr("Projects"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setProperty("role", QStringLiteral("muted"));
    m_more->setObjectName(QStringLiteral("moreProjects"));
    m_more->setText(tr("Show more"));
    m_more->setProperty("emphasis", QStringLiteral("link"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::small, 0, Metrics::small, 0);
    layout->setSpacing(Metrics::tiny);
    for (QWidget *part : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_paths),
             static_cast<QWidget *>(m_remark), static_cast<QWidget *>(m_more)})
        layout->addWidget(part);
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingPause);
    connect(m_search, &QLineEdit::textEdited, &m_typed, qOverload<>(&QTimer::start));
    connect(&m_typed, &QTimer::timeout, this, &ProjectList::search);
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_more->setEnabled(false);
        ask(m_shown.next);
    });
    clear();
}

void ProjectList::clear()
{
    m_asked.reset();
    m_count.reset();
    m_shown = {};
    m_typed.stop();
    m_search->clear();
    say();
}

void ProjectList::start(RunnerId runner, std::optional<int> count)
{
    clear();
    m_count = count;
    m_asked = ProjectsQuestion{runner, {}, {}};
    say();
    ask({});
}

void ProjectList::ask(const QString &after)
{
    m_asked->after = after;
    emit wanted(*m_asked);
}

void ProjectList::search()
{
    const QString text = m_search->text().simplified();
    if (!m_asked || text == m_asked->search)
        return;
    if (!text.isEmpty() && text.size() < leastLetters) {
        m_remark->setText(tr("Three letters are needed to search."));
        m_remark->show();
        return;
    }
    m_asked->search = text;
    ask({});
}

void ProjectList::showPage(const ProjectsQuestion &question, const ProjectsPage &page)
{
    if (question != m_asked)
        return;
    if (question.after.isEmpty())
        m_shown.projects.clear();
    m_shown.projects.insert(m_shown.projects.end(), page.projects.begin(), page.projects.end());
    m_shown.matching = page.matching;
    m_shown.next = page.next;
    say();
}

void ProjectList::showTrouble(const ProjectsQuestion &question, const ErrorWords &words)
{
    if (question != m_asked)
        return;
    say();
    m_remark->setText(words.sentence + u' ' + words.remedy);
    m_remark->show();
}

void ProjectList::say()
{
    const auto shown = static_cast<qsizetype>(m_shown.projects.size());
    const bool searched = m_asked && !m_asked->search.isEmpty();
    m_search->setVisible(searched || m_count.value_or(0) > pageSize);
    m_paths->showText(pathsOf(m_shown.projects));
    m_paths->setVisible(shown > 0);
    m_more->setVisible(!m_shown.next.isEmpty());
    m_more->setEnabled(true);
    QString remark;
    if (!m_shown.matching)
        remark = m_asked ? tr("Reading…") : QString();
    else if (searched)
        remark = tr("%1 of %2 that match and that you may see").arg(shown).arg(Wording::count(*m_shown.matching));
    else if (m_count && *m_count > *m_shown.matching)
        remark = tr("%1 of %2 shown; the others are projects that you may not see, or further down")
                     .arg(shown)
                     .arg(Wording::count(*m_count));
    else if (shown < *m_shown.matching)
        remark = tr("%1 of %2 shown").arg(shown).arg(Wording::count(*m_shown.matching));
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

} // namespace Runnerscope

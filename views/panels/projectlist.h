// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runnerproject.h"
#include "models/rules/errorwording.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Runnerscope {

class TextBlock;

/// The projects of a project runner, a page at a time, with a field to search in them.
class ProjectList : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectList(QWidget *parent = nullptr);

    /// Begins with another runner and asks for its first projects. \a count: how many it has, seen or not.
    void start(RunnerId runner, std::optional<int> count);
    void clear();

    /// Both are ignored unless they are about what was asked last.
    void showPage(const ProjectsQuestion &question, const ProjectsPage &page);
    void showTrouble(const ProjectsQuestion &question, const ErrorWords &words);

signals:
    void wanted(const Runnerscope::ProjectsQuestion &question);

private:
    void ask(const QString &after);
    void search();
    void say();

    QLineEdit *m_search;
    TextBlock *m_paths;
    QLabel *m_remark;
    QToolButton *m_more;
    QTimer m_typed;
    std::optional<ProjectsQuestion> m_asked;
    std::optional<int> m_count;
    ProjectsPage m_shown; ///< all pages so far
};

} // namespace Runnerscope

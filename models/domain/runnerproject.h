// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/runnerid.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace Runnerscope {

/// A project that a project runner serves.
struct RunnerProject
{
    qint64 number = 0;
    QString fullPath;
    QString name;
    QString webUrl;

    friend bool operator==(const RunnerProject &, const RunnerProject &) = default;
};

/// Which of them are wanted.
struct ProjectsQuestion
{
    RunnerId runner;
    QString search; ///< in names and paths; GitLab wants three letters. Empty: all
    QString after; ///< ProjectsPage::next of the page before; empty: the first page

    friend bool operator==(const ProjectsQuestion &, const ProjectsQuestion &) = default;
};

/// Some of the projects of a runner that this user may see.
struct ProjectsPage
{
    std::vector<RunnerProject> projects;
    std::optional<int> matching; ///< how many there are on all pages
    QString next; ///< for the page after this one; empty: there is none
};

using ProjectsAnswer = std::variant<ProjectsPage, FetchError>;

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::ProjectsQuestion)

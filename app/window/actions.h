// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenuBar>
#include <QObject>

#include <array>
#include <initializer_list>

namespace Runnerscope {

/// Everything that can be done from the menus and by shortcuts, made from one table. Object names are the ids.
class Actions : public QObject
{
    Q_OBJECT

public:
    enum class Id {
        Connect,
        EditInstances,
        OpenDemo,
        ForgetChangeToken,
        Refresh,
        Export,
        Quit,
        CopyText,
        CopyMarkdown,
        CopyCsv,
        SelectAll,
        SelectNone,
        CancelJobs,
        ShowRunners,
        ShowHosts,
        ShowTags,
        ShowGroups,
        ShowJobs,
        ShowJobCard,
        ShowQueue,
        SaveView,
        ExportViews,
        ImportViews,
        FocusFilter,
        ClearFilter,
        RefreshUsual,
        RefreshSlow,
        RefreshStopped,
        FollowSystem,
        LightAppearance,
        DarkAppearance,
        About,
        Count,
    };

    explicit Actions(QObject *parent = nullptr);

    QAction &operator[](Id id) const { return *m_actions[static_cast<std::size_t>(id)]; }

    void fillMenus(QMenuBar &menus);
    /// Null until the menus are filled.
    QMenu *viewMenu() const { return m_view; }

private:
    /// One of them is checked at a time.
    void makeChoice(std::initializer_list<Id> ids);

    QMenu *m_view = nullptr;
    std::array<QAction *, static_cast<std::size_t>(Id::Count)> m_actions{};
};

} // namespace Runnerscope

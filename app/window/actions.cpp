// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include <QActionGroup>
#include <QMenu>

namespace Runnerscope {

namespace {

/// Refreshing lies below View.
enum class Menu { Fleet, Edit, View, Refreshing, Help, Count };

struct Entry
{
    Actions::Id id;
    const char *name;
    Menu menu;
    const char *text;
    QList<QKeySequence> keys;
    QAction::MenuRole role = QAction::NoRole;
    bool separatorBefore = false;
};

using Id = Actions::Id;

std::vector<Entry> entries()
{
    return {
        {Id::Connect, "connect", Menu::Fleet, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Connect to GitLab…"),
            {QKeySequence(Qt::CTRL | Qt::Key_O)}},
        {Id::EditInstances, "edit-instances", Menu::Fleet,
            QT_TRANSLATE_NOOP("Runnerscope::Actions", "GitLab &Instances…"), {}},
        {Id::OpenDemo, "open-demo", Menu::Fleet, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Open the &Demo Fleet"), {}},
        {Id::ForgetChangeToken, "forget-change-token", Menu::Fleet,
            QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Forget Token for Changes"), {}},
        {Id::Refresh, "refresh", Menu::Fleet, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Refresh Now"),
            {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}, QAction::NoRole, true},
        {Id::Export, "export", Menu::Fleet, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Export Runners…"),
            {QKeySequence(Qt::CTRL | Qt::Key_E)}, QAction::NoRole, true},
        {Id::Quit, "quit", Menu::Fleet, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Quit"),
            {QKeySequence(Qt::CTRL | Qt::Key_Q)}, QAction::QuitRole, true},
        {Id::CopyText, "copy-text", Menu::Edit, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Copy as Text"),
            {QKeySequence(QKeySequence::Copy)}},
        {Id::CopyMarkdown, "copy-markdown", Menu::Edit, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Copy as &Markdown"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}},
        {Id::CopyCsv, "copy-csv", Menu::Edit, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Copy as C&SV"), {}},
        {Id::SelectAll, "select-all", Menu::Edit, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Select &All That Match"),
            {QKeySequence(QKeySequence::SelectAll)}, QAction::NoRole, true},
        {Id::SelectNone, "select-none", Menu::Edit, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Select &None"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}},
        {Id::CancelJobs, "cancel-jobs", Menu::Edit, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Cancel &Jobs…"),
            {QKeySequence(QKeySequence::Delete)}, QAction::NoRole, true},
        {Id::ShowRunners, "show-runners", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Runners"),
            {QKeySequence(Qt::CTRL | Qt::Key_1)}},
        {Id::ShowHosts, "show-hosts", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Hosts"),
            {QKeySequence(Qt::CTRL | Qt::Key_2)}},
        {Id::ShowTags, "show-tags", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Tags"),
            {QKeySequence(Qt::CTRL | Qt::Key_3)}},
        {Id::ShowGroups, "show-groups", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Groups"),
            {QKeySequence(Qt::CTRL | Qt::Key_4)}},
        {Id::ShowJobs, "show-jobs", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Jobs"),
            {QKeySequence(Qt::CTRL | Qt::Key_5)}},
        {Id::ShowJobCard, "show-job-card", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Job &Card…"),
            {QKeySequence(Qt::CTRL | Qt::Key_J)}, QAction::NoRole, true},
        {Id::ShowQueue, "show-queue", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Queue"),
            {QKeySequence(Qt::CTRL | Qt::Key_6)}},
        {Id::FocusFilter, "focus-filter", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Filter Runners"),
            {QKeySequence(Qt::CTRL | Qt::Key_F)}, QAction::NoRole, true},
        {Id::ClearFilter, "clear-filter", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "Show &All Runners"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}},
        {Id::SaveView, "save-view", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Save This View…"),
            {QKeySequence(Qt::CTRL | Qt::Key_S)}, QAction::NoRole, true},
        {Id::ImportViews, "import-views", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Import Saved Views…"),
            {}},
        {Id::ExportViews, "export-views", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "E&xport Saved Views…"),
            {}},
        {Id::RefreshUsual, "refresh-usual", Menu::Refreshing, QT_TRANSLATE_NOOP("Runnerscope::Actions", "As &Usual"),
            {}},
        {Id::RefreshSlow, "refresh-slow", Menu::Refreshing, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Less Often"),
            {}},
        {Id::RefreshStopped, "refresh-stopped", Menu::Refreshing, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Stopped"),
            {}},
        {Id::FollowSystem, "appearance-system", Menu::View,
            QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Colours of the System"), {}, QAction::NoRole, true},
        {Id::LightAppearance, "appearance-light", Menu::View,
            QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Light Colours"), {}},
        {Id::DarkAppearance, "appearance-dark", Menu::View, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&Dark Colours"),
            {}},
        {Id::About, "about", Menu::Help, QT_TRANSLATE_NOOP("Runnerscope::Actions", "&About Runnerscope"), {},
            QAction::AboutRole},
    };
}

} // namespace

Actions::Actions(QObject *parent) :
    QObject(parent)
{
    for (const Entry &entry : entries()) {
        auto *action = new QAction(tr(entry.text), this);
        action->setObjectName(QString::fromLatin1(entry.name));
        action->setShortcuts(entry.keys);
        action->setMenuRole(entry.role);
        m_actions[static_cast<std::size_t>(entry.id)] = action;
    }
    makeChoice({Id::FollowSystem, Id::LightAppearance, Id::DarkAppearance});
    makeChoice({Id::RefreshUsual, Id::RefreshSlow, Id::RefreshStopped});
    (*this)[Id::RefreshUsual].setChecked(true);
}

void Actions::makeChoice(std::initializer_list<Id> ids)
{
    auto *group = new QActionGroup(this);
    for (const Id id : ids) {
        (*this)[id].setCheckable(true);
        group->addAction(&(*this)[id]);
    }
}

void Actions::fillMenus(QMenuBar &menus)
{
    QMenu *fleet = menus.addMenu(tr("&Fleet"));
    QMenu *edit = menus.addMenu(tr("&Edit"));
    QMenu *view = menus.addMenu(tr("&View"));
    m_view = view;
    auto *refreshing = new QMenu(tr("R&efreshing"), view);
    const std::array<QMenu *, static_cast<std::size_t>(Menu::Count)> made{
        fleet, edit, view, refreshing, menus.addMenu(tr("&Help"))};
    for (const Entry &entry : entries()) {
        QMenu *menu = made[static_cast<std::size_t>(entry.menu)];
        if (menu == refreshing && menu->isEmpty())
            view->addMenu(refreshing);
        if (entry.separatorBefore)
            menu->addSeparator();
        menu->addAction(&(*this)[entry.id]);
    }
}

} // namespace Runnerscope

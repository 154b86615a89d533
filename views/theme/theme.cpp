// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QWidget>

namespace Runnerscope {

namespace {

Theme lightTheme()
{
    Theme theme;
    theme.surface = QColor(0xff, 0xff, 0xff);
    theme.raised = QColor(0xf6, 0xf7, 0xf9);
    theme.text = QColor(0x1b, 0x1f, 0x24);
    theme.mutedText = QColor(0x5a, 0x63, 0x6e);
    theme.hairline = QColor(0xe4, 0xe7, 0xeb);
    theme.outline = QColor(0xc3, 0xc9, 0xd1);
    theme.accent = QColor(0x2b, 0x5c, 0xcc);
    theme.onAccent = QColor(0xff, 0xff, 0xff);
    theme.selectionWash = QColor(0xe3, 0xec, 0xfc);
    theme.restingWash = QColor(0xec, 0xef, 0xf3);
    theme.hoverWash = QColor(0xf1, 0xf4, 0xf8);
    theme.focus = theme.accent;
    theme.good = {QColor(0x14, 0x70, 0x38), QColor(0xe1, 0xf4, 0xe8)};
    theme.attention = {QColor(0x8a, 0x52, 0x00), QColor(0xfd, 0xf1, 0xd9)};
    theme.danger = {QColor(0xb0, 0x25, 0x1d), QColor(0xfc, 0xe9, 0xe7)};
    theme.inactive = {QColor(0x55, 0x5e, 0x69), QColor(0xe6, 0xe9, 0xee)};
    theme.unknown = {QColor(0x66, 0x4c, 0xa0), QColor(0xf0, 0xeb, 0xf9)};
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.isDark = true;
    theme.surface = QColor(0x17, 0x1a, 0x1f);
    theme.raised = QColor(0x1e, 0x22, 0x28);
    theme.text = QColor(0xe3, 0xe6, 0xea);
    theme.mutedText = QColor(0x9d, 0xa7, 0xb3);
    theme.hairline = QColor(0x2b, 0x30, 0x37);
    theme.outline = QColor(0x45, 0x4c, 0x56);
    theme.accent = QColor(0x82, 0xa9, 0xfa);
    theme.onAccent = QColor(0x0f, 0x14, 0x1c);
    theme.selectionWash = QColor(0x23, 0x33, 0x50);
    theme.restingWash = QColor(0x2a, 0x2f, 0x37);
    theme.hoverWash = QColor(0x21, 0x26, 0x2d);
    theme.focus = theme.accent;
    theme.good = {QColor(0x6f, 0xce, 0x8f), QColor(0x1b, 0x33, 0x25)};
    theme.attention = {QColor(0xe8, 0xb8, 0x68), QColor(0x39, 0x2e, 0x18)};
    theme.danger = {QColor(0xf5, 0x93, 0x8b), QColor(0x44, 0x22, 0x20)};
    theme.inactive = {QColor(0xa9, 0xb2, 0xbd), QColor(0x33, 0x39, 0x41)};
    theme.unknown = {QColor(0xbc, 0xaa, 0xee), QColor(0x2f, 0x29, 0x46)};
    return theme;
}

void setForAllGroups(QPalette &palette, const Theme &theme)
{
    palette.setColor(QPalette::Window, theme.surface);
    palette.setColor(QPalette::Base, theme.surface);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::Light, theme.raised);
    palette.setColor(QPalette::Midlight, theme.hairline);
    palette.setColor(QPalette::Mid, theme.outline);
    palette.setColor(QPalette::Dark, theme.outline);
    palette.setColor(QPalette::Shadow, theme.hairline);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        palette.setColor(role, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = lightTheme();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = darkTheme();
    return theme;
}

const Theme &Theme::fromPalette(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? dark() : light();
}

const Theme &Theme::of(const QWidget *widget)
{
    return fromPalette(widget->window()->palette());
}

const Meaning &Theme::meaningOf(RunnerStatus status) const
{
    switch (status) {
    case RunnerStatus::Online:
        return good;
    case RunnerStatus::Offline:
        return attention;
    case RunnerStatus::Stale:
        return inactive;
    case RunnerStatus::NeverContacted:
        break;
    }
    return unknown;
}

QPalette Theme::palette() const
{
    QPalette result;
    setForAllGroups(result, *this);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, mutedText);
    return result;
}

} // namespace Runnerscope

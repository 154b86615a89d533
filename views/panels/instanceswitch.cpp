// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/instanceswitch.h"

#include "models/rules/wording.h"
#include "views/delegates/plaintooltip.h"
#include "views/delegates/rowpainting.h"
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <utility>

namespace Runnerscope {

namespace {

constexpr int longestEntry = 44; ///< average letters of a menu entry

/// A name for a menu: no key after "&", elided where the end tells names apart.
QString menuText(const QString &text, const QFontMetrics &metrics)
{
    QString shown =
        metrics.elidedText(Wording::oneLine(text), Qt::ElideMiddle, metrics.averageCharWidth() * longestEntry);
    return shown.replace(u'&', QStringLiteral("&&"));
}

QString entryText(const InstanceProfile &profile)
{
    return profile.production ? InstanceSwitch::tr("%1 – production", "name of an instance").arg(profile.name)
                              : profile.name;
}

} // namespace

InstanceSwitch::InstanceSwitch(QWidget *parent) :
    QAbstractButton(parent)
{
    setObjectName(QStringLiteral("instanceSwitch"));
    setFont(fontFor(FontRole::Strong));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setLabel({}, {});
    connect(this, &QAbstractButton::clicked, this, &InstanceSwitch::openMenu);
}

void InstanceSwitch::setLabel(const QString &name, const QString &detail)
{
    setText(name);
    m_detail = detail;
    setAccessibleName(name.isEmpty() ? tr("Choose an instance") : tr("Instance %1, %2").arg(name, detail));
    setAccessibleDescription(tr("Opens a menu of the instances"));
    updateGeometry();
    update();
}

void InstanceSwitch::setInstances(std::vector<InstanceProfile> instances, const QString &current, bool demoIsCurrent)
{
    m_instances = std::move(instances);
    m_current = current;
    m_demoIsCurrent = demoIsCurrent;
}

QSize InstanceSwitch::sizeHint() const
{
    const int caption = QFontMetrics(fontFor(FontRole::Caption)).height();
    const int lines = fontMetrics().height() + (m_detail.isEmpty() ? 0 : caption + 2);
    return {Metrics::navigationWidth, lines + 2 * Metrics::tiny};
}

QSize InstanceSwitch::minimumSizeHint() const
{
    return {Metrics::navigationWidth / 2, sizeHint().height()};
}

QRect InstanceSwitch::textRect() const
{
    const int chevron = Metrics::icon + Metrics::tiny;
    return QStyle::visualRect(
        layoutDirection(), rect(), rect().adjusted(Metrics::small, Metrics::tiny, -chevron - Metrics::tiny, 0));
}

void InstanceSwitch::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.focus, 1) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() || isDown() ? QBrush(theme.restingWash) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius, Metrics::radius);

    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    QRect line = textRect();
    line.setHeight(fontMetrics().height());
    painter.setPen(theme.text);
    paintText(painter, line, Wording::oneLine(text()), fontMetrics(), Qt::ElideMiddle, alignment);
    const QRect sign(rect().right() - Metrics::tiny - Metrics::icon, line.center().y() - Metrics::icon / 2 + 1,
        Metrics::icon, Metrics::icon);
    glyphIcon(Glyph::Below).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), sign));
    if (m_detail.isEmpty())
        return;
    painter.setFont(fontFor(FontRole::Caption));
    painter.setPen(theme.mutedText);
    line.translate(0, line.height() + 2);
    line.setHeight(painter.fontMetrics().height());
    paintText(painter, line, Wording::oneLine(m_detail), painter.fontMetrics(), Qt::ElideRight, alignment);
}

bool InstanceSwitch::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    if (event->type() == QEvent::ToolTip) {
        const QString whole = m_detail.isEmpty() ? text() : tr("%1\n%2", "name, detail").arg(text(), m_detail);
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(whole), this);
        return true;
    }
    return QAbstractButton::event(event);
}

void InstanceSwitch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void InstanceSwitch::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

QAction *InstanceSwitch::addChoice(QMenu &menu, const QString &text, bool current)
{
    QAction *action = menu.addAction(menuText(text, menu.fontMetrics()));
    action->setCheckable(true);
    action->setChecked(current);
    if (current)
        menu.setActiveAction(action);
    return action;
}

void InstanceSwitch::fillMenu(QMenu &menu)
{
    auto *choices = new QActionGroup(&menu);
    for (const InstanceProfile &profile : m_instances) {
        QAction *action = addChoice(menu, entryText(profile), profile.key == m_current);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, key = profile.key] { emit instanceChosen(key); });
    }
    QAction *demo = addChoice(menu, tr("Demo fleet"), m_demoIsCurrent);
    choices->addAction(demo);
    connect(demo, &QAction::triggered, this, &InstanceSwitch::demoChosen);
    menu.addSeparator();
    connect(menu.addAction(tr("&Connect to another GitLab…")), &QAction::triggered, this,
        &InstanceSwitch::connectRequested);
    QAction *edit = menu.addAction(tr("&Edit…", "the saved instances"));
    edit->setEnabled(!m_instances.empty());
    connect(edit, &QAction::triggered, this, &InstanceSwitch::editRequested);
}

} // namespace Runnerscope

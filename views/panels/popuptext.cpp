// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/popuptext.h"

#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Runnerscope {

namespace {

constexpr int usualWidth = 420;

} // namespace

void PopupText::open(QWidget &anchor, const QString &title, const QString &text)
{
    auto *popup = new PopupText(anchor, title, text);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->show();
    popup->placeAt(anchor); // as high as its text has become
}

PopupText::PopupText(QWidget &anchor, const QString &title, const QString &text) :
    QFrame(&anchor, Qt::Popup)
{
    setObjectName(QStringLiteral("popupText"));
    setAccessibleName(title);
    auto *head = new QLabel(title);
    head->setTextFormat(Qt::PlainText);
    setFontRole(head, FontRole::Strong);
    auto *body = new TextBlock;
    body->setAccessibleName(title);
    body->setFont(fontFor(FontRole::Body));
    body->showText(text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::large, Metrics::medium, Metrics::large, Metrics::large);
    layout->setSpacing(Metrics::small);
    layout->addWidget(head);
    layout->addWidget(body);
    setFixedWidth(usualWidth);
    setFocusProxy(body);
    body->setFocus(Qt::PopupFocusReason);
}

void PopupText::placeAt(const QWidget &anchor)
{
    adjustSize();
    const QRect free = anchor.screen()->availableGeometry();
    const QPoint above = anchor.mapToGlobal(QPoint(anchor.width() - width(), -height() - Metrics::tiny));
    const QPoint below = anchor.mapToGlobal(QPoint(anchor.width() - width(), anchor.height() + Metrics::tiny));
    const QPoint place = above.y() >= free.top() ? above : below;
    move(std::clamp(place.x(), free.left(), std::max(free.left(), free.right() - width())), place.y());
}

} // namespace Runnerscope

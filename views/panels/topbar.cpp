// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/topbar.h"

#include "models/rules/moment.h"
#include "models/rules/wording.h"
#include "views/panels/filterbox.h"
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace Runnerscope {

namespace {

QString ageText(std::chrono::seconds age)
{
    using namespace std::chrono_literals;
    if (age < 1min)
        return TopBar::tr("%1 s ago", "age of the data in seconds").arg(age.count());
    return TopBar::tr("%1 ago", "age of the data, such as 5 min").arg(Wording::shortAge(age));
}

QString ageText(const TopBar::DataAge &age)
{
    if (age.readAt)
        return ageText(std::chrono::floor<std::chrono::seconds>(TopBar::Clock::now() - *age.readAt));
    if (age.keptFrom.isValid())
        return TopBar::tr("as of %1", "a moment such as 14:02 yesterday")
            .arg(Wording::moment(age.keptFrom, QDateTime::currentDateTime()));
    return {};
}

void makeQuiet(QLabel &label)
{
    label.setTextFormat(Qt::PlainText);
    label.setProperty("role", QStringLiteral("muted"));
    label.setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
}

} // namespace

TopBar::TopBar(QWidget *parent) :
    QWidget(parent),
    m_filter(new FilterBox),
    m_matches(new QLabel),
    m_age(new QLabel),
    m_refresh(new QToolButton),
    m_connect(new QPushButton(tr("Connect to GitLab…")))
{
    setObjectName(QStringLiteral("topBar"));
    m_filter->setMaximumWidth(560);
    setUpButtons();
    makeQuiet(*m_matches);
    makeQuiet(*m_age);
    m_age->setToolTip(tr("Age of the data on screen"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::medium, Metrics::small, Metrics::medium, Metrics::small);
    layout->setSpacing(Metrics::medium);
    layout->addWidget(m_filter, 4);
    for (QWidget *part : {static_cast<QWidget *>(m_matches), static_cast<QWidget *>(m_age),
             static_cast<QWidget *>(m_refresh), static_cast<QWidget *>(m_connect)})
        part->setFixedHeight(
            m_filter->focusProxy()->sizeHint().height()); // in line with the field, not with what it means
    layout->addWidget(m_matches, 0, Qt::AlignTop);
    layout->addStretch(1);
    layout->addWidget(m_age, 0, Qt::AlignTop);
    layout->addWidget(m_refresh, 0, Qt::AlignTop);
    layout->addWidget(m_connect, 0, Qt::AlignTop);

    m_second.setInterval(std::chrono::seconds(1)); // the unit in which young data age
    connect(&m_second, &QTimer::timeout, this, &TopBar::updateAge);
}

void TopBar::setUpButtons()
{
    m_refresh->setObjectName(QStringLiteral("refresh"));
    m_refresh->setIcon(glyphIcon(Glyph::Refresh));
    m_refresh->setIconSize({Metrics::icon, Metrics::icon});
    m_refresh->setFocusPolicy(Qt::StrongFocus);
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Read the fleet again now"));
    connect(m_refresh, &QToolButton::clicked, this, &TopBar::refreshRequested);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setProperty("emphasis", QStringLiteral("accent"));
    m_connect->setIcon(glyphIcon(Glyph::Connect, IconInk::OnAccent));
    m_connect->setAutoDefault(false);
    m_connect->setVisible(false);
    connect(m_connect, &QPushButton::clicked, this, &TopBar::connectRequested);
}

void TopBar::setMatchCount(qint64 shown, std::optional<qint64> total)
{
    if (!total)
        m_matches->clear();
    else if (shown != *total)
        m_matches->setText(
            tr("%1 of %2", "runners that match, all runners").arg(Wording::count(shown), Wording::count(*total)));
    else if (*total == 1)
        m_matches->setText(tr("1 runner"));
    else
        m_matches->setText(tr("%1 runners").arg(Wording::count(*total)));
}

void TopBar::setDataAge(const DataAge &age)
{
    m_dataAge = age;
    updateAge();
}

void TopBar::setActivity(const QString &text)
{
    m_activity = text;
    updateAge();
}

void TopBar::updateAge()
{
    const QString age = ageText(m_dataAge);
    QStringList words;
    if (!age.isEmpty())
        words += m_dataAge.connected ? age : tr("%1, not connected", "age of the data").arg(age);
    if (!m_activity.isEmpty())
        words += m_activity;
    m_age->setText(words.join(QStringLiteral(" · ")));
}

void TopBar::setBusy(bool busy)
{
    m_refresh->setToolTip(busy ? tr("The fleet is being read; ask to have it sooner") : tr("Read the fleet again now"));
}

void TopBar::setFilterShown(bool shown)
{
    m_filter->setVisible(shown);
    m_matches->setVisible(shown);
}

void TopBar::setConnectVisible(bool visible)
{
    m_connect->setVisible(visible);
}

void TopBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateAge();
    m_second.start();
}

void TopBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/troubleline.h"

#include "models/rules/jobs/jobtroublewording.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace Runnerscope {

TroubleLine::TroubleLine(QWidget *parent) :
    QWidget(parent),
    m_silent(makeButton("jobsOnSilentHosts", tr("Show the jobs that run on hosts without a sign of life"))),
    m_failing(makeButton("failingRunners",
        tr("Show the runners that fail most of their jobs within seconds or by their own fault, as far as jobs were "
           "seen to end within the last hour")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::medium, 0, Metrics::medium, Metrics::small);
    layout->setSpacing(Metrics::large);
    layout->addWidget(m_silent);
    layout->addWidget(m_failing);
    layout->addStretch();
    connect(m_silent, &QToolButton::clicked, this, [this] { emit jobsWanted(QStringLiteral("trouble:silent-host")); });
    connect(m_failing, &QToolButton::clicked, this, [this] { emit runnersWanted(m_failingFilter); });
    hide();
}

QToolButton *TroubleLine::makeButton(const char *name, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setProperty("emphasis", QStringLiteral("link"));
    button->setIcon(glyphIcon(Glyph::Warning, IconInk::Attention));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(toolTip);
    return button;
}

void TroubleLine::showTroubles(const JobTroublesPtr &troubles)
{
    const QString silent = troubles ? JobTroubleWording::silentCount(*troubles) : QString();
    const QString failing = troubles ? JobTroubleWording::failingCount(*troubles) : QString();
    m_failingFilter = troubles ? JobTroubleWording::failingFilter(*troubles) : QString();
    m_silent->setText(silent);
    m_silent->setVisible(!silent.isEmpty());
    m_failing->setText(failing);
    m_failing->setVisible(!failing.isEmpty());
    setVisible(!silent.isEmpty() || !failing.isEmpty());
}

} // namespace Runnerscope

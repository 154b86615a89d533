// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/coverageline.h"

#include "models/rules/accesswording.h"
#include "models/rules/coveragewording.h"
#include "views/panels/popuptext.h"
#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/elidedlabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

namespace Runnerscope {

namespace {

QString userLine(const Access &access)
{
    const QString expiry = AccessWording::expiry(access, QDateTime::currentDateTimeUtc().date());
    const QString who = AccessWording::who(access);
    return expiry.isEmpty()
        ? CoverageLine::tr("Signed in as %1. %2.", "who, role").arg(who, AccessWording::role(access))
        : CoverageLine::tr("Signed in as %1. %2. The token %3.", "who, role, “never expires”")
              .arg(who, AccessWording::role(access), expiry);
}

} // namespace

CoverageLine::CoverageLine(QWidget *parent) :
    QWidget(parent),
    m_text(new ElidedLabel),
    m_why(new QToolButton)
{
    setObjectName(QStringLiteral("coverageLine"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("hairline", QStringLiteral("top"));
    setFontRole(m_text, FontRole::Caption);
    m_text->setMuted(true);
    setFontRole(m_why, FontRole::Caption);
    m_why->setAccessibleName(tr("Why the fleet holds these runners and no others"));
    m_why->setProperty("emphasis", QStringLiteral("link"));
    m_why->setFocusPolicy(Qt::StrongFocus);
    connect(m_why, &QToolButton::clicked, this, &CoverageLine::explain);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::medium, Metrics::tiny / 2, Metrics::medium, Metrics::tiny / 2);
    layout->setSpacing(Metrics::small);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_why);
    hide();
}

void CoverageLine::setCoverage(const Coverage &coverage, const std::optional<Access> &access)
{
    if (coverage.parts == m_coverage.parts && access == m_access)
        return;
    m_coverage = coverage;
    m_access = access;
    showText();
}

void CoverageLine::setMissesSaid(bool said)
{
    if (std::exchange(m_missesSaid, said) != said)
        showText();
}

void CoverageLine::showText()
{
    const QString holds = CoverageWording::holds(m_coverage);
    const QString misses = CoverageWording::misses(m_coverage, m_access);
    m_text->setText(misses.isEmpty() || m_missesSaid ? holds : tr("%1 %2", "two sentences").arg(holds, misses));
    m_why->setText(misses.isEmpty() ? tr("Details", "of what a fleet holds") : tr("Why?", "why runners are missing"));
    setVisible(!holds.isEmpty());
}

void CoverageLine::explain()
{
    QStringList sentences{CoverageWording::holds(m_coverage), CoverageWording::misses(m_coverage, m_access)};
    sentences += CoverageWording::remarks(m_coverage, m_access);
    if (m_access)
        sentences.append(userLine(*m_access));
    sentences.removeAll(QString());
    PopupText::open(*m_why, tr("What this fleet holds"), sentences.join(QStringLiteral("\n\n")));
}

} // namespace Runnerscope

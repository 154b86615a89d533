// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/ownertrail.h"

#include "models/rules/wording.h"

namespace Runnerscope {

OwnerTrail::OwnerTrail(QWidget *parent) :
    TextBlock(parent)
{
    setAccessibleName(tr("Owner"));
}

void OwnerTrail::setChain(const OwnerChain &chain)
{
    m_names.clear();
    for (const OwnerLink &link : chain)
        m_names.append(Wording::oneLine(link.name));
    setPlainToolTip(chain.empty() ? QString() : Wording::oneLine(chain.back().fullPath));
    arrange();
}

void OwnerTrail::setSentence(const QString &sentence)
{
    m_names.clear();
    setPlainToolTip({});
    showText(sentence);
}

void OwnerTrail::resizeEvent(QResizeEvent *event)
{
    TextBlock::resizeEvent(event);
    arrange();
}

void OwnerTrail::arrange()
{
    if (m_names.isEmpty())
        return;
    const QString line = m_names.join(QStringLiteral(" › "));
    const bool fits = fontMetrics().horizontalAdvance(line.left(400)) <= width();
    showText(fits ? line : m_names.join(QStringLiteral("\n› ")));
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/accesssummary.h"

#include "views/theme/fonts.h"
#include "views/theme/metrics.h"
#include "views/widgets/textblock.h"

#include <QAccessible>
#include <QStyle>
#include <QVBoxLayout>

namespace Runnerscope {

namespace {

QString abilityLine(const Ability &ability)
{
    switch (ability.state) {
    case Ability::State::Can:
        return AccessSummary::tr("✓ Can %1.", "something that can be done").arg(ability.what);
    case Ability::State::Cannot:
        return AccessSummary::tr("✕ Cannot %1. %2", "something that cannot be done, who could")
            .arg(ability.what, ability.remedy);
    case Ability::State::Unknown:
        break;
    }
    return AccessSummary::tr("? May be able to %1. %2", "something that may be possible, why it is not known")
        .arg(ability.what, ability.remedy);
}

QString tokenLine(const Access &access, QDate today)
{
    if (!access.token)
        return AccessSummary::tr("The server does not tell scopes and end of this token.");
    return AccessSummary::tr("Token: %1; %2", "scopes, when it expires")
        .arg(AccessWording::scopes(access), AccessWording::expiry(access, today));
}

} // namespace

QString abilityLines(const std::vector<Ability> &abilities)
{
    QStringList lines;
    for (const Ability &ability : abilities)
        lines.append(abilityLine(ability));
    return lines.join(u'\n');
}

AccessSummary::AccessSummary(QWidget *parent) :
    QWidget(parent),
    m_head(new TextBlock),
    m_body(new TextBlock),
    m_list(new TextBlock)
{
    setObjectName(QStringLiteral("accessSummary"));
    setFontRole(m_head, FontRole::Strong);
    m_head->setAccessibleName(tr("Answer of the server"));
    m_body->setAccessibleName(tr("Details of the answer"));
    m_list->setAccessibleName(tr("What the token can do"));
    for (TextBlock *block : {m_head, m_body})
        block->setMostLines(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Metrics::tiny);
    for (TextBlock *block : {m_head, m_body, m_list})
        layout->addWidget(block);
    showNothing();
}

void AccessSummary::showAccess(const Access &access, QDate today)
{
    const QStringList facts{AccessWording::role(access), tokenLine(access, today), AccessWording::server(access)};
    showTexts(AccessWording::who(access), facts.join(u'\n'), abilityLines(AccessWording::abilities(access)), false);
}

void AccessSummary::showChangeAccess(const Access &reading, const Access &changing, QDate today)
{
    QStringList facts{tr("Changes: %1", "a person or bot").arg(AccessWording::who(changing)),
        AccessWording::role(changing), tokenLine(changing, today)};
    const auto trouble = AccessWording::changeTrouble(changing);
    const auto remark = trouble ? trouble : AccessWording::otherUserRemark(reading, changing);
    if (remark)
        facts.prepend(remark->remedy);
    const QString head = remark ? remark->sentence : facts.takeFirst();
    showTexts(head, facts.join(u'\n'), abilityLines(AccessWording::changeAbilities(changing)), trouble.has_value());
}

void AccessSummary::showError(const ErrorWords &words)
{
    showTexts(words.sentence, words.remedy, {}, true);
}

void AccessSummary::showNothing()
{
    hide();
}

void AccessSummary::showTexts(const QString &head, const QString &body, const QString &list, bool danger)
{
    m_head->setProperty("tone", danger ? QStringLiteral("danger") : QString());
    m_head->style()->unpolish(m_head);
    m_head->style()->polish(m_head);
    m_head->showText(head);
    m_body->showText(body);
    m_body->setVisible(!body.isEmpty());
    m_list->showText(list);
    m_list->setVisible(!list.isEmpty());
    show();
    QAccessibleEvent alert(m_head, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Runnerscope

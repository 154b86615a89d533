// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demopeople.h"

#include <array>

namespace Runnerscope {

namespace {

struct Account
{
    const char16_t *username;
    const char16_t *name;
    UserState state = UserState::Active;
};

constexpr auto people = std::to_array<Account>({
    {u"mkeller", u"Mara Keller"},
    {u"alindqvist", u"Arvid Lindqvist"},
    {u"jferreira", u"Joana Ferreira"},
    {u"tokafor", u"Tobe Okafor"},
    {u"hnakamura", u"Hana Nakamura"},
    {u"pmoreau", u"Paul Moreau"},
    {u"srossi", u"Silvia Rossi"},
    {u"dnovak", u"Dana Novak"},
    {u"lhansen", u"Lars Hansen"},
    {u"ycohen", u"Yael Cohen"},
    {u"rpatel", u"Ravi Patel"},
    {u"kobrien", u"Kieran O’Brien"},
    {u"bschroeder", u"Birgit Schröder"},
    {u"ezhang", u"Erin Zhang"},
    {u"fgarcia", u"Felipe García"},
    {u"gpapadaki", u"Georgia Papadaki"},
    {u"nivanova", u"Nina Ivanova"},
    {u"owilliams", u"Owen Williams"},
    {u"cduarte", u"Clara Duarte"},
    {u"vhorvat", u"Vedran Horvat"},
    {u"ajensen", u"Asta Jensen"},
    {u"wkowalski", u"Wit Kowalski"},
    {u"sbaptiste", u"Simone Baptiste"},
    {u"mtanaka", u"Mio Tanaka"},
    {u"idemir", u"Ilkay Demir"},
    {u"zkaya", u"Zehra Kaya"},
    {u"lmeyer", u"Lotte Meyer"},
    {u"qvandijk", u"Quint van Dijk"},
    {u"rsilva", u"Rui Silva"},
    {u"ubauer", u"Uta Bauer"},
    {u"hpeters", u"Hugo Peters", UserState::Blocked},
    {u"ccastillo", u"Celia Castillo", UserState::Blocked},
    {u"jwagner", u"Jonas Wagner", UserState::Blocked},
    {u"eolsen", u"Erik Olsen", UserState::Blocked},
    {u"tfischer", u"Tom Fischer", UserState::Deactivated},
    {u"anilsson", u"Alva Nilsson", UserState::Deactivated},
    {u"mdubois", u"Max Dubois", UserState::Deactivated},
    {u"xroth", u"Xaver Roth", UserState::Banned},
});

constexpr auto bots = std::to_array<Account>({
    {u"group_12_bot_4f1c9a", u"runner-registration"},
    {u"group_27_bot_0be77d", u"terraform"},
    {u"group_41_bot_c3a58e", u"fleet-rollout"},
    {u"project_318_bot_91d0f2", u"ci-bootstrap"},
    {u"service_account_group_12_8a6e", u"Runner service account"},
    {u"project_204_bot_77b3e0", u"old-rollout", UserState::Blocked},
});

DemoPeople::UserPtr userFrom(const Account &account, qint64 number, UserKind kind)
{
    User user;
    user.number = number;
    user.username = QString::fromUtf16(account.username);
    user.name = QString::fromUtf16(account.name);
    user.state = account.state;
    user.kind = kind;
    return std::make_shared<const User>(std::move(user));
}

} // namespace

DemoPeople::DemoPeople()
{
    qint64 number = 101;
    for (const Account &account : people) {
        auto &list = account.state == UserState::Active ? m_active : m_gone;
        list.push_back(userFrom(account, number++, UserKind::Person));
    }
    for (const Account &account : bots)
        m_bots.push_back(userFrom(account, number++, UserKind::Bot));
}

} // namespace Runnerscope

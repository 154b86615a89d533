// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/refreshsettings.h"

#include <QMetaType>
#include <QString>

namespace Runnerscope {

enum class ProxyMode {
    System, ///< as the desktop or the environment says
    None,
    Given, ///< InstanceProfile::proxy
};

/// How to reach one GitLab, and how to treat it. Kept in the settings; nothing in it is secret: tokens are in the key
/// store under the profile's key.
struct InstanceProfile
{
    QString key; ///< made once, never shown, never changed: names secrets and files
    QString name; ///< for people; unique among the saved ones
    QString address; ///< as ServerAddress understands it, with a relative path where there is one
    QString userName; ///< whom the token belonged to when the program was connected last; empty until then
    QString caFile; ///< PEM file with further certificate authorities; empty: none
    QString clientCertificateFile; ///< PEM; empty: none
    QString clientKeyFile; ///< PEM; empty: the key is in clientCertificateFile
    QString proxy; ///< of ProxyMode::Given: "http://host:port" or "socks5://host:port", without user and password
    ProxyMode proxyMode = ProxyMode::System;
    RefreshSettings refresh;
    bool production = false; ///< marked by a colour, and every change asks once more
    bool readOnly = true; ///< nothing on the server can be changed

    friend bool operator==(const InstanceProfile &, const InstanceProfile &) = default;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::InstanceProfile)

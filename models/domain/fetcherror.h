// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace Runnerscope {

/// Why an answer could not be had from a server. Worded for people in rules/errorwording.h.
struct FetchError
{
    enum class Kind {
        BadAddress, ///< what was given as the address of a server is none
        InsecureAddress, ///< plain http, over which no token is sent
        TokenMissing, ///< an address came without a token
        HostNotFound,
        ConnectionRefused,
        ConnectionLost, ///< closed before or in the middle of the answer
        TimedOut,
        TlsFailed,
        CaFileUnusable, ///< the file with further authorities; detail names it
        ClientCertificateUnusable, ///< detail names the file; empty: a key was given without a certificate
        ClientKeyUnusable, ///< detail names the file
        ClientKeyEncrypted, ///< detail names the file
        ClientKeyMismatch, ///< the key does not belong to the certificate; detail names its file
        ClientCertificateWanted, ///< the server shows itself only to clients with a certificate
        BadProxy, ///< what was given as the address of a proxy is none
        ProxyWithPassword, ///< a user or a password was given in the address of a proxy
        ProxySignInWanted,
        ProxyTrouble,
        RedirectedElsewhere, ///< host names where to
        SignInPage, ///< a web page came where data should: a proxy, a single sign-on, GitLab's own sign-in
        NotGitLab,
        Unauthorized,
        ScopeMissing, ///< the token is good, but lacks a scope that the request needs
        ApiBlocked, ///< the user may not use the API at all
        Forbidden, ///< the user may not do or see what was asked for
        NotFound,
        RateLimited,
        ServerTrouble,
        RequestRefused, ///< the server did not accept the query: too old, too new, or over a limit
        PartialReply, ///< the server answered, but left out a part of it, for instance since its time ran out
        BadReply, ///< JSON that is not what was asked for, or no JSON
        ReplyTooLarge,
        NothingCached, ///< the fleet was asked for as it was kept on this computer, and is not there
    };

    Kind kind = Kind::BadReply;
    int httpStatus = 0; ///< 0 when there was no answer
    QString host; ///< of the server, or of the place a redirect names
    QString detail; ///< technical text for those who ask; may come from the server and is shown as plain text only
    std::optional<std::chrono::seconds> retryAfter; ///< as the server demands

    friend bool operator==(const FetchError &, const FetchError &) = default;
};

/// Whether the same request may succeed later without anybody changing anything.
bool isTransient(FetchError::Kind kind);

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::FetchError)

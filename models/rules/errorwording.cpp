// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/errorwording.h"

#include "models/rules/wording.h"

#include <QCoreApplication>

namespace Runnerscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Runnerscope::ErrorWords)
};

using Kind = FetchError::Kind;

QString again(const FetchError &error, Retry retry)
{
    if (error.retryAfter && retry == Retry::ByItself)
        return Tr::tr("Trying again in %1, as the server asks.").arg(Wording::longAge(*error.retryAfter));
    if (error.retryAfter)
        return Tr::tr("Try again in %1, as the server asks.").arg(Wording::longAge(*error.retryAfter));
    return retry == Retry::ByItself ? Tr::tr("The next refresh tries again.") : Tr::tr("Try again later.");
}

/// A sentence that ends with the technical detail, where there is one.
QString withDetail(const QString &sentence, const FetchError &error)
{
    const QString detail = Wording::oneLine(error.detail).trimmed();
    if (detail.isEmpty())
        return Tr::tr("%1.", "a sentence without its full stop").arg(sentence);
    return Tr::tr("%1: %2", "a sentence without its full stop, technical detail").arg(sentence, detail);
}

QString againAnd(const QString &hint, const FetchError &error, Retry retry)
{
    return Tr::tr("%1 %2", "two sentences").arg(again(error, retry), hint);
}

ErrorWords explainInput(const FetchError &error, const QString &host)
{
    switch (error.kind) {
    case Kind::InsecureAddress:
        return {Tr::tr("Plain http to %1 would show the token to everybody on the way.").arg(host),
            Tr::tr("Give an address that begins with https://.")};
    case Kind::TokenMissing:
        return {Tr::tr("There is no token for %1.").arg(host),
            Tr::tr("Set GITLAB_TOKEN to a personal access token with the scope read_api.")};
    default:
        break;
    }
    return {Tr::tr("“%1” is not the address of a server.").arg(host),
        Tr::tr("Give a host such as gitlab.example.com, or an address that begins with https://.")};
}

ErrorWords explainConnection(const FetchError &error, const QString &host, Retry retry)
{
    switch (error.kind) {
    case Kind::HostNotFound:
        return {Tr::tr("The host %1 was not found.").arg(host),
            Tr::tr("Check the address, the network connection and the VPN.")};
    case Kind::ConnectionRefused:
        return {Tr::tr("%1 does not accept connections.").arg(host),
            Tr::tr("Check the address and the port; the server may be down or behind a firewall.")};
    case Kind::ConnectionLost:
        return {Tr::tr("The connection to %1 was cut before the answer was complete.").arg(host),
            againAnd(Tr::tr("If it keeps happening, a proxy in between may be the cause."), error, retry)};
    case Kind::TimedOut:
        return {Tr::tr("%1 did not answer in time.").arg(host),
            againAnd(Tr::tr("The server may be overloaded."), error, retry)};
    default:
        break;
    }
    return {withDetail(Tr::tr("No secure connection to %1 could be made").arg(host), error),
        Tr::tr("Check that the server speaks https at this port; have its certificate corrected, or name the file "
               "with the authority that signed it.")};
}

ErrorWords explainCertificates(const FetchError &error, const QString &host)
{
    const QString file = Wording::oneLine(error.detail);
    switch (error.kind) {
    case Kind::CaFileUnusable:
        return {Tr::tr("No certificate authority for %1 could be read from the file %2.").arg(host, file),
            Tr::tr("Give a file in PEM format that this user may read.")};
    case Kind::ClientKeyUnusable:
        return {Tr::tr("No private key for %1 could be read from the file %2.").arg(host, file),
            Tr::tr("Give a file with an RSA or EC key in PEM format that this user may read.")};
    case Kind::ClientKeyEncrypted:
        return {Tr::tr("The private key for %1 in the file %2 is protected by a password.").arg(host, file),
            Tr::tr("Give a file with the key without its password, which only this user may read.")};
    case Kind::ClientKeyMismatch:
        return {
            Tr::tr("The private key for %1 in the file %2 does not belong to the client certificate.").arg(host, file),
            Tr::tr("Name the files of one and the same pair.")};
    case Kind::ClientCertificateWanted:
        return {Tr::tr("%1 wants a client certificate.").arg(host),
            Tr::tr("Name the files with the certificate and its key, or check that they are the right ones.")};
    default:
        break;
    }
    if (file.isEmpty())
        return {Tr::tr("A client key for %1 is given without the certificate that belongs to it.").arg(host),
            Tr::tr("Name the file with the certificate, too.")};
    return {Tr::tr("No client certificate for %1 could be read from the file %2.").arg(host, file),
        Tr::tr("Give a file in PEM format that this user may read.")};
}

ErrorWords explainProxy(const FetchError &error, const QString &host)
{
    switch (error.kind) {
    case Kind::BadProxy:
        return {Tr::tr("What is given as the proxy to %1 is not the address of one.").arg(host),
            Tr::tr("Give it as http://host:port or socks5://host:port.")};
    case Kind::ProxyWithPassword:
        return {Tr::tr("The address of the proxy to %1 contains a user or a password, which would not stay secret.")
                    .arg(host),
            Tr::tr("Give it without them. For a proxy with a sign-in, set the environment variable https_proxy and use "
                   "the proxy of the system.")};
    case Kind::ProxySignInWanted:
        return {Tr::tr("The proxy on the way to %1 asks for a sign-in.").arg(host),
            Tr::tr("Set user and password in the environment variable https_proxy and use the proxy of the system.")};
    default:
        break;
    }
    return {Tr::tr("The proxy between here and %1 refused the connection.").arg(host),
        Tr::tr("Check the proxy settings of this computer, and whether the proxy is running.")};
}

ErrorWords explainForeignAnswer(const FetchError &error, const QString &host)
{
    switch (error.kind) {
    case Kind::RedirectedElsewhere:
        return {Tr::tr("The server sends requests on to %1, where the token was not sent.").arg(host),
            Tr::tr("If that is your GitLab, use its address directly.")};
    case Kind::SignInPage:
        return {Tr::tr("%1 answered with a web page instead of data, as a sign-in page or a proxy does.").arg(host),
            Tr::tr("Sign in to the network or the proxy with a browser, or check the address.")};
    default:
        break;
    }
    return {Tr::tr("The server at %1 answered, but not as a GitLab does.").arg(host),
        Tr::tr("Check the address; a GitLab below a path needs that path, such as https://host/gitlab.")};
}

ErrorWords explainRefusal(const FetchError &error, const QString &host, Retry retry)
{
    switch (error.kind) {
    case Kind::Unauthorized:
        return {Tr::tr("%1 does not accept the token: it is unknown, expired or revoked, or lacks the scope read_api.")
                    .arg(host),
            Tr::tr("Create a personal access token with the scope read_api and connect again.")};
    case Kind::ScopeMissing:
        return {Tr::tr("The token for %1 is good, but it may not do this: a scope is missing.").arg(host),
            Tr::tr("Create a token with the scope read_api and connect again.")};
    case Kind::ApiBlocked:
        return {withDetail(Tr::tr("%1 does not let this user use its API").arg(host), error),
            Tr::tr("Sign in with a browser once; terms may be waiting, the account may be blocked, or this network not "
                   "allowed.")};
    case Kind::Forbidden:
        return {Tr::tr("This user may not list all runners of %1.").arg(host),
            Tr::tr(
                "Use the token of an administrator: the runners of other roles are not read yet. Where admin mode is "
                "on, the token needs the scope admin_mode, too.")};
    case Kind::NotFound:
        return {Tr::tr("%1 has no such runner, or this user may not read it.").arg(host),
            Tr::tr("Check the number of the runner and the rights of the token.")};
    case Kind::RateLimited:
        return {Tr::tr("%1 limits how often it may be asked.").arg(host), again(error, retry)};
    default:
        break;
    }
    return {withDetail(Tr::tr("%1 refused the query").arg(host), error),
        Tr::tr("The server may be older or newer than this program knows; it is made for GitLab 18.10.")};
}

ErrorWords explainTrouble(const FetchError &error, const QString &host, Retry retry)
{
    switch (error.kind) {
    case Kind::ServerTrouble:
        return {Tr::tr("%1 answered with an error of its own (HTTP status %2).").arg(host).arg(error.httpStatus),
            again(error, retry)};
    case Kind::PartialReply:
        return {withDetail(Tr::tr("%1 left a part of its answer out").arg(host), error), again(error, retry)};
    case Kind::ReplyTooLarge:
        return {Tr::tr("The answer of %1 was larger than any answer should be and was cut off.").arg(host),
            againAnd(Tr::tr("Check that the address is a GitLab."), error, retry)};
    default:
        break;
    }
    return {withDetail(Tr::tr("The answer of %1 is not what was asked for").arg(host), error),
        againAnd(
            Tr::tr("If it keeps happening, something between here and the server changes answers."), error, retry)};
}

ErrorWords explainNothingCached(const QString &host)
{
    return {Tr::tr("No fleet of %1 is kept on this computer.").arg(host),
        Tr::tr("Read it from the server once; it is kept then.")};
}

} // namespace

ErrorWords explain(const FetchError &error, Retry retry)
{
    const QString host = Wording::oneLine(error.host);
    switch (error.kind) {
    case Kind::BadAddress:
    case Kind::InsecureAddress:
    case Kind::TokenMissing:
        return explainInput(error, host);
    case Kind::HostNotFound:
    case Kind::ConnectionRefused:
    case Kind::ConnectionLost:
    case Kind::TimedOut:
    case Kind::TlsFailed:
        return explainConnection(error, host, retry);
    case Kind::CaFileUnusable:
    case Kind::ClientCertificateUnusable:
    case Kind::ClientKeyUnusable:
    case Kind::ClientKeyEncrypted:
    case Kind::ClientKeyMismatch:
    case Kind::ClientCertificateWanted:
        return explainCertificates(error, host);
    case Kind::BadProxy:
    case Kind::ProxyWithPassword:
    case Kind::ProxySignInWanted:
    case Kind::ProxyTrouble:
        return explainProxy(error, host);
    case Kind::RedirectedElsewhere:
    case Kind::SignInPage:
    case Kind::NotGitLab:
        return explainForeignAnswer(error, host);
    case Kind::Unauthorized:
    case Kind::ScopeMissing:
    case Kind::ApiBlocked:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::RateLimited:
    case Kind::RequestRefused:
        return explainRefusal(error, host, retry);
    case Kind::ServerTrouble:
    case Kind::PartialReply:
    case Kind::BadReply:
    case Kind::ReplyTooLarge:
        return explainTrouble(error, host, retry);
    case Kind::NothingCached:
        return explainNothingCached(host);
    }
    return explainTrouble(error, host, retry);
}

} // namespace Runnerscope

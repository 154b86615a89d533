// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fetcherror.h"

namespace Runnerscope {

bool isTransient(FetchError::Kind kind)
{
    using Kind = FetchError::Kind;
    switch (kind) {
    case Kind::HostNotFound:
    case Kind::ConnectionRefused:
    case Kind::ConnectionLost:
    case Kind::TimedOut:
    case Kind::ProxyTrouble:
    case Kind::RateLimited:
    case Kind::ServerTrouble:
    case Kind::SignInPage:
    case Kind::PartialReply:
    case Kind::BadReply:
    case Kind::ReplyTooLarge:
        return true;
    case Kind::BadAddress:
    case Kind::InsecureAddress:
    case Kind::TokenMissing:
    case Kind::TlsFailed:
    case Kind::CaFileUnusable:
    case Kind::ClientCertificateUnusable:
    case Kind::ClientKeyUnusable:
    case Kind::ClientKeyEncrypted:
    case Kind::ClientKeyMismatch:
    case Kind::ClientCertificateWanted:
    case Kind::BadProxy:
    case Kind::ProxyWithPassword:
    case Kind::ProxySignInWanted:
    case Kind::RedirectedElsewhere:
    case Kind::NotGitLab:
    case Kind::Unauthorized:
    case Kind::ScopeMissing:
    case Kind::ApiBlocked:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::RequestRefused:
    case Kind::NothingCached:
        return false;
    }
    return false;
}

} // namespace Runnerscope

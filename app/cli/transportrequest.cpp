// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/transportrequest.h"

namespace Runnerscope::Cli {

TransportOptions withRequest(TransportOptions options, const TransportRequest &request)
{
    if (!request.caFile.isEmpty())
        options.caFile = request.caFile;
    if (!request.clientCertificateFile.isEmpty()) {
        options.clientCertificateFile = request.clientCertificateFile;
        options.clientKeyFile.clear(); // belongs to the other certificate
    }
    if (!request.clientKeyFile.isEmpty())
        options.clientKeyFile = request.clientKeyFile;
    if (request.proxyMode) {
        options.proxyMode = *request.proxyMode;
        options.proxy = request.proxy;
    }
    return options;
}

} // namespace Runnerscope::Cli

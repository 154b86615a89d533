// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/openarchive.h"

#include "app/store/fleetstore.h"
#include "app/store/storelocation.h"

#include <utility>

namespace Runnerscope {

std::unique_ptr<FleetArchive> openArchive(
    const QString &storeKey, const QString &userName, FleetArchive::TroubleListener lastWords)
{
    auto store = std::make_unique<FleetStore>(storeFolder() + u'/' + storeFileName(storeKey, userName), InstanceId{});
    store->setLastWordsListener(std::move(lastWords));
    return store;
}

} // namespace Runnerscope

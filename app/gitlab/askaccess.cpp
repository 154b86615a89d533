// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/askaccess.h"

#include "app/gitlab/accesssurvey.h"

#include <QFutureWatcher>
#include <QPromise>

namespace Runnerscope {

namespace {

/// What one survey needs; deletes itself at its end.
class SingleSurvey : public QObject
{
public:
    SingleSurvey(const Connection &connection, std::chrono::milliseconds patience) :
        m_queue(connection, patience, {}),
        m_graphQl(m_queue),
        m_rest(m_queue),
        m_survey(new AccessSurvey(m_graphQl, m_rest, m_graphQl.book(), this))
    {
        connect(m_survey, &AccessSurvey::finished, this, &SingleSurvey::take);
        connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
            m_survey->cancel();
            end();
        });
        m_promise.start();
        m_watcher.setFuture(m_promise.future());
    }

    QFuture<AccessAnswer> future() { return m_promise.future(); }

private:
    void take(const AccessResult &result)
    {
        if (const auto *error = std::get_if<FetchError>(&result))
            m_promise.addResult(*error);
        else
            m_promise.addResult(std::get<AccessFindings>(result).access);
        end();
    }

    void end()
    {
        m_watcher.disconnect(this);
        m_promise.finish();
        deleteLater();
    }

    RequestQueue m_queue;
    GraphQlClient m_graphQl;
    RestClient m_rest;
    AccessSurvey *m_survey;
    QPromise<AccessAnswer> m_promise;
    QFutureWatcher<AccessAnswer> m_watcher;
};

} // namespace

QFuture<AccessAnswer> askAccess(const Connection &connection, std::chrono::milliseconds patience)
{
    return (new SingleSurvey(connection, patience))->future();
}

} // namespace Runnerscope

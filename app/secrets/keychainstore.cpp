// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/keychainstore.h"

#include "app/secrets/secretservice.h"

#include <qt6keychain/keychain.h>

#include <QPromise>
#include <QTimer>

#include <memory>
#include <utility>

namespace Runnerscope {

using SecretService::Entry;

/// How a job of QtKeychain has ended, and what is left behind.
struct KeychainStore::JobEnd
{
    bool inTime = true;
    QKeychain::Error error = QKeychain::NoError;
    QString text;
    QByteArray data; ///< of a job that reads
    Entry entry = Entry::Unknown; ///< looked at where the job's own word is not enough
};

namespace {

const QString serviceName = QStringLiteral("Runnerscope");

/// As QtKeychain writes them.
QMap<QString, QString> attributesOf(const QString &key)
{
    return {{QStringLiteral("server"), serviceName}, {QStringLiteral("user"), key}};
}

template <typename End>
SecretTrouble troubleOf(const End &end)
{
    using Kind = SecretTrouble::Kind;
    if (!end.inTime)
        return {Kind::Locked, QStringLiteral("no answer in time")};
    switch (end.error) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Kind::Unavailable, end.text};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {Kind::Locked, end.text};
    default:
        break;
    }
    if (end.entry == Entry::NoService)
        return {Kind::Unavailable, end.text};
    return {end.entry == Entry::Locked ? Kind::Locked : Kind::Failed, end.text};
}

template <typename End>
SecretAnswer answerOf(const End &end)
{
    if (end.inTime && end.error == QKeychain::NoError)
        return Secret(end.data);
    if (end.inTime && end.error == QKeychain::EntryNotFound && end.entry != Entry::Locked)
        return NoSecret{};
    return troubleOf(end);
}

template <typename End>
SecretOutcome writingOf(const End &end)
{
    return end.inTime && end.error == QKeychain::NoError ? SecretOutcome() : troubleOf(end);
}

template <typename End>
SecretOutcome removalOf(const End &end)
{
    const bool saysDone = end.error == QKeychain::NoError || end.error == QKeychain::EntryNotFound;
    const bool stillThere = end.entry == Entry::Locked || end.entry == Entry::Unlocked;
    return end.inTime && saysDone && !stillThere ? SecretOutcome() : troubleOf(end);
}

template <typename Answer>
void fulfil(QPromise<Answer> &promise, const Answer &answer)
{
    promise.addResult(answer);
    promise.finish();
}

template <typename Answer>
std::shared_ptr<QPromise<Answer>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    return promise;
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds patience, QObject *parent) :
    QObject(parent),
    m_patience(patience)
{
}

QFuture<SecretAnswer> KeychainStore::read(const QString &key)
{
    const auto promise = startedPromise<SecretAnswer>();
    run(new QKeychain::ReadPasswordJob(serviceName), key,
        [promise](const JobEnd &end) { fulfil(*promise, answerOf(end)); });
    return promise->future();
}

QFuture<SecretOutcome> KeychainStore::write(const QString &key, const Secret &secret)
{
    const auto promise = startedPromise<SecretOutcome>();
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(QString::fromUtf8(secret.reveal()));
    run(job, key, [promise](const JobEnd &end) { fulfil(*promise, writingOf(end)); });
    return promise->future();
}

QFuture<SecretOutcome> KeychainStore::remove(const QString &key)
{
    const auto promise = startedPromise<SecretOutcome>();
    run(new QKeychain::DeletePasswordJob(serviceName), key,
        [promise](const JobEnd &end) { fulfil(*promise, removalOf(end)); });
    return promise->future();
}

/// The job deletes itself when it ends, however late: QtKeychain does not bear the deletion of one that is under way.
void KeychainStore::run(QKeychain::Job *job, const QString &key, Ended ended)
{
    job->setInsecureFallback(false);
    job->setKey(key);
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this, job, limit, ended] {
        limit->deleteLater();
        job->disconnect(this);
        JobEnd end;
        end.inTime = false;
        ended(end);
    });
    connect(job, &QKeychain::Job::finished, this, [this, job, key, limit, ended] {
        delete limit;
        examine(job, key, ended);
    });
    limit->start(m_patience);
    SecretService::forgetSession();
    job->start();
}

void KeychainStore::examine(QKeychain::Job *job, const QString &key, Ended ended)
{
    JobEnd end;
    end.error = job->error();
    end.text = job->errorString();
    if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        end.data = reading->binaryData();
    const bool removes = qobject_cast<QKeychain::DeletePasswordJob *>(job) != nullptr;
    if (end.error == QKeychain::NoError && !removes) {
        ended(end);
        return;
    }
    SecretService::look(attributesOf(key), this, [end, ended = std::move(ended)](Entry entry) {
        JobEnd examined = end;
        examined.entry = entry;
        ended(examined);
    });
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/schema.h"
#include "models/domain/storetrouble.h"

#include <QLockFile>

#include <functional>
#include <memory>
#include <vector>

namespace Runnerscope {

/// The file of a store: opened, locked against other writers, brought to the version of this program, set aside when it
/// is damaged. Everything on one thread.
class StoreFile
{
public:
    enum class Access {
        Write, ///< if this is the only program that does; else as Read, and the trouble says why
        Read, ///< takes no lock, makes no file
    };
    using TroubleListener = std::function<void(const StoreTrouble &)>;

    explicit StoreFile(QString file, std::vector<Migration> migrations = storeMigrations());
    ~StoreFile();
    Q_DISABLE_COPY_MOVE(StoreFile)

    /// Opens the file, or tries again. Whether it can be read then.
    bool open(Access access);

    bool isWriter() const { return m_isWriter; }
    /// Another program was writing when this one wanted to, and is gone: open() would make this one the writer.
    bool canTakeOver() const;
    bool isReadable() const { return m_isReadable; }
    Database &database() { return m_database; }
    const QString &path() const { return m_file; }

    /// Renames the file and what SQLite keeps beside it, and begins a new one. Only for the writer.
    bool setAside();
    /// Says what came of a failed statement.
    void report(const SqlFailure &failure);
    void report(StoreTrouble::Kind kind, const QString &detail);
    void setTroubleListener(TroubleListener listener);

private:
    bool openForWriting();
    bool openForReading();
    bool takeLock();
    bool giveUpWriting(StoreTrouble::Kind kind, const QString &detail);
    /// What is to be done with a file that has been opened.
    enum class Fitness { Good, SetAside, Newer, Failed };
    Fitness makeFit();

    QString m_file;
    const std::vector<Migration> m_migrations;
    Database m_database;
    std::unique_ptr<QLockFile> m_lock;
    bool m_isWriter = false;
    bool m_isReadable = false;
    bool m_heldByOther = false;
    TroubleListener m_listener;
    std::vector<StoreTrouble> m_told; ///< or still to be told when there is no listener
};

} // namespace Runnerscope

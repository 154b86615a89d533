// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/savedviews.h"

#include "app/settings/viewdocument.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <utility>

namespace Runnerscope {

namespace {

using Kind = SavedViewTrouble::Kind;
using Trouble = std::optional<SavedViewTrouble>;
using Read = std::variant<ViewDocument, SavedViewTrouble>;

SavedViewTrouble troubleOf(Kind kind, const QString &file, const QString &detail = {})
{
    return {kind, {}, QDir::toNativeSeparators(file), detail, false};
}

/// \a trouble, told of a file that was chosen.
SavedViewTrouble ofChosen(SavedViewTrouble trouble)
{
    trouble.chosen = true;
    return trouble;
}

/// Never more than is read, and nothing that would make it wait.
Read readExisting(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return troubleOf(Kind::FileUnreadable, path);
    if (!file.open(QIODevice::ReadOnly))
        return troubleOf(Kind::FileUnreadable, path, file.errorString());
    const QByteArray content = file.read(ViewDocument::mostBytes + 1);
    if (file.error() != QFile::NoError)
        return troubleOf(Kind::FileUnreadable, path, file.errorString());
    Read read = ViewDocument::read(content);
    if (auto *trouble = std::get_if<SavedViewTrouble>(&read))
        trouble->file = QDir::toNativeSeparators(path);
    return read;
}

/// A file that is not there has no views.
Read readKept(const QString &path)
{
    return QFileInfo::exists(path) ? readExisting(path) : ViewDocument();
}

Trouble write(const ViewDocument &document, const QString &path)
{
    const QByteArray content = document.json();
    if (content.size() > ViewDocument::mostBytes)
        return troubleOf(Kind::TooLarge, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return troubleOf(Kind::FileUnwritable, path, file.errorString());
    return std::nullopt;
}

/// Pauses of QLockFile itself grow until they are longer than our patience.
bool waitFor(QLockFile &lock)
{
    constexpr int pause = 10; // milliseconds, about what one change takes
    constexpr int patience = 2000;
    const QDeadlineTimer deadline(patience);
    while (!lock.tryLock(pause)) {
        if (lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return false;
    }
    return true;
}

bool isSameFile(const QString &a, const QString &b)
{
    const QString canonical = QFileInfo(a).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(b).canonicalFilePath();
}

QString fileOfUser()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u'/'
        + QCoreApplication::organizationName() + QStringLiteral("/views.json");
}

} // namespace

SavedViews::SavedViews() :
    SavedViews(fileOfUser())
{
}

SavedViews::SavedViews(QString file) :
    m_file(std::move(file))
{
}

SavedViewList SavedViews::list() const
{
    const Read read = readKept(m_file);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&read))
        return {{}, *trouble};
    return {std::get<ViewDocument>(read).entries(), std::nullopt};
}

std::variant<SavedView, SavedViewTrouble> SavedViews::add(const SavedView &view)
{
    SavedView added;
    const Trouble trouble = change([&](ViewDocument &document) -> Trouble {
        auto result = document.add(view);
        if (const auto *refusal = std::get_if<SavedViewTrouble>(&result))
            return *refusal;
        added = std::get<SavedView>(std::move(result));
        return std::nullopt;
    });
    if (trouble)
        return *trouble;
    return added;
}

std::optional<SavedViewTrouble> SavedViews::rename(const QString &id, const QString &name)
{
    return change([&](ViewDocument &document) { return document.rename(id, name); });
}

std::optional<SavedViewTrouble> SavedViews::setFilter(
    const QString &id, const QString &filter, const std::optional<QByteArray> &layout)
{
    return change([&](ViewDocument &document) { return document.setFilter(id, filter, layout); });
}

std::optional<SavedViewTrouble> SavedViews::remove(const QString &id)
{
    return change([&](ViewDocument &document) { return document.remove(id); });
}

std::optional<SavedViewTrouble> SavedViews::moveBy(const QString &id, int steps)
{
    return change([&](ViewDocument &document) { return document.moveBy(id, steps); });
}

std::optional<SavedViewTrouble> SavedViews::exportTo(const QString &file, const QStringList &ids) const
{
    if (isSameFile(file, m_file))
        return ofChosen(troubleOf(Kind::FileSame, file));
    const Read read = readKept(m_file);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&read))
        return *trouble;
    const Read part = std::get<ViewDocument>(read).part(ids);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&part))
        return *trouble;
    const Trouble trouble = write(std::get<ViewDocument>(part), file);
    return trouble ? Trouble(ofChosen(*trouble)) : std::nullopt;
}

std::variant<ViewImport, SavedViewTrouble> SavedViews::importFrom(const QString &file)
{
    if (isSameFile(file, m_file))
        return ofChosen(troubleOf(Kind::FileSame, file));
    const Read read = readExisting(file);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&read))
        return ofChosen(*trouble);
    ViewImport result;
    const Trouble trouble = change([&](ViewDocument &document) -> Trouble {
        result = document.import(std::get<ViewDocument>(read));
        return std::nullopt;
    });
    if (trouble)
        return *trouble;
    return result;
}

/// One program at a time reads and writes.
std::optional<SavedViewTrouble> SavedViews::change(const Change &change)
{
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath()))
        return troubleOf(Kind::FileUnwritable, m_file);
    QLockFile lock(m_file + QStringLiteral(".change"));
    if (!waitFor(lock))
        return troubleOf(lock.error() == QLockFile::LockFailedError ? Kind::FileBusy : Kind::FileUnwritable, m_file);
    Read read = readKept(m_file);
    if (const auto *trouble = std::get_if<SavedViewTrouble>(&read))
        return *trouble;
    auto &document = std::get<ViewDocument>(read);
    const ViewDocument before = document;
    if (auto trouble = change(document))
        return trouble;
    return document == before ? std::nullopt : write(document, m_file);
}

} // namespace Runnerscope

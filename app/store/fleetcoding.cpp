// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/fleetcoding.h"

#include "app/store/bytes.h"
#include "app/store/fieldreader.h"
#include "app/store/fieldwriter.h"
#include "models/rules/status.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

// Layout: version (1 byte), checksum (8, little endian), then what FieldWriter makes.

namespace Runnerscope {

namespace {

enum class Kind : quint8 { Rows, State, Manager };

constexpr qsizetype headSize = 1 + sizeof(quint64);

/// Of everything but itself.
quint64 checksum(Kind kind, qint64 key, const QByteArray &encoded)
{
    std::array<char, 2 + sizeof(qint64)> seed{static_cast<char>(kind), encoded.front()};
    qToLittleEndian(key, seed.data() + 2);
    const quint64 start = fnv1a(fnvOffsetBasis, seed.data(), seed.size());
    return fnv1a(start, encoded.constData() + headSize, encoded.size() - headSize);
}

QByteArray framed(Kind kind, qint64 key, const QByteArray &fields)
{
    QByteArray encoded(headSize, Qt::Uninitialized);
    encoded += fields;
    encoded[0] = static_cast<char>(encodingVersion);
    qToLittleEndian(checksum(kind, key, encoded), encoded.data() + 1);
    return encoded;
}

template <typename Sharing>
FieldReader<Sharing> readerOf(const QByteArray &encoded, InstanceId instance, Sharing &shared)
{
    return {std::span(encoded).subspan(headSize), static_cast<quint8>(encoded.front()), instance, shared};
}

Decoding checkHead(Kind kind, qint64 key, const QByteArray &encoded)
{
    if (encoded.size() < headSize || encoded.front() == 0 || checksum(kind, key, encoded) != checksumIn(encoded))
        return Decoding::Damaged;
    return static_cast<quint8>(encoded.front()) > encodingVersion ? Decoding::Newer : Decoding::Ok;
}

bool ascends(std::span<const FleetRow> rows)
{
    const auto notBefore = [](const FleetRow &a, const FleetRow &b) { return a.runner->id >= b.runner->id; };
    return std::ranges::adjacent_find(rows, notBefore) == rows.end();
}

} // namespace

QByteArray encodeRows(qint64 key, std::span<const FleetRow> rows)
{
    FieldWriter writer;
    writer.list(rows, [](FieldWriter &w, const FleetRow &row) { codeRow(w, row); });
    return framed(Kind::Rows, key, writer.finished());
}

QByteArray encodeState(const FleetState &state)
{
    FieldWriter writer;
    codeState(writer, state);
    return framed(Kind::State, 0, writer.finished());
}

QByteArray encodeManager(const RunnerManager &manager)
{
    FieldWriter writer;
    codeManager(writer, manager);
    return framed(Kind::Manager, 0, writer.finished());
}

quint64 checksumIn(const QByteArray &encoded)
{
    return encoded.size() < headSize ? 0 : qFromLittleEndian<quint64>(encoded.constData() + 1);
}

namespace {

/// For values that stand alone.
struct NoSharing
{
    QString text(const QString &text) { return text; }
    std::shared_ptr<const Owner> owner(Owner owner) { return std::make_shared<const Owner>(std::move(owner)); }
    std::shared_ptr<const User> user(User user) { return std::make_shared<const User>(std::move(user)); }
};

} // namespace

std::optional<RunnerManager> decodeManager(const QByteArray &encoded)
{
    if (checkHead(Kind::Manager, 0, encoded) != Decoding::Ok)
        return std::nullopt;
    NoSharing shared;
    FieldReader reader = readerOf(encoded, {}, shared);
    RunnerManager manager;
    codeManager(reader, manager);
    return reader.ok() && reader.atEnd() ? std::optional(manager) : std::nullopt;
}

/// What rows of several chunks have in common.
struct RowDecoder::Shared
{
    QSet<QString> texts;
    QHash<qint64, std::shared_ptr<const Owner>> groups;
    QHash<qint64, std::shared_ptr<const Owner>> projects;
    QHash<qint64, std::shared_ptr<const User>> users;

    QString text(const QString &text) { return text.isEmpty() ? QString() : *texts.insert(text); }

    template <typename T>
    static std::shared_ptr<const T> value(QHash<qint64, std::shared_ptr<const T>> &known, T value)
    {
        std::shared_ptr<const T> &slot = known[value.number];
        if (!slot || *slot != value)
            slot = std::make_shared<const T>(std::move(value));
        return slot;
    }
    std::shared_ptr<const Owner> owner(Owner owner)
    {
        return value(owner.kind == OwnerKind::Group ? groups : projects, std::move(owner));
    }
    std::shared_ptr<const User> user(User user) { return value(users, std::move(user)); }
};

RowDecoder::RowDecoder(InstanceId instance) :
    m_instance(instance),
    m_shared(std::make_unique<Shared>())
{
}

RowDecoder::~RowDecoder() = default;

Decoding RowDecoder::decodeRows(qint64 key, const QByteArray &encoded, std::vector<FleetRow> &rows)
{
    if (const Decoding head = checkHead(Kind::Rows, key, encoded); head != Decoding::Ok)
        return head;
    FieldReader reader = readerOf(encoded, m_instance, *m_shared);
    std::vector<FleetRow> read;
    reader.list(read, [](auto &r, FleetRow &row) {
        codeRow(r, row);
        row.status = statusOf(*row.runner, row.readAt);
    });
    if (!reader.ok() || !reader.atEnd() || !ascends(read))
        return Decoding::Damaged;
    std::ranges::move(read, std::back_inserter(rows));
    return Decoding::Ok;
}

Decoding RowDecoder::decodeState(const QByteArray &encoded, FleetState &state)
{
    if (const Decoding head = checkHead(Kind::State, 0, encoded); head != Decoding::Ok)
        return head;
    FieldReader reader = readerOf(encoded, m_instance, *m_shared);
    FleetState read;
    codeState(reader, read);
    if (!reader.ok() || !reader.atEnd())
        return Decoding::Damaged;
    read.source.instance = m_instance;
    state = std::move(read);
    return Decoding::Ok;
}

} // namespace Runnerscope

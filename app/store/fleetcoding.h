// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QByteArray>
#include <QMap>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Runnerscope {

/// How the bytes below are written. Older ones are always read. A new field of a type that is kept is added in one
/// place, its function in fieldlists.h, behind `coder.since(n)` with n = encodingVersion + 1; then encodingVersion
/// becomes n. A program meets newer bytes as Decoding::Newer.
inline constexpr quint8 encodingVersion = 2;

enum class Decoding { Ok, Damaged, Newer };

/// What is kept of a fleet beside its rows.
struct FleetState
{
    FleetSource source; ///< its instance is not kept
    Coverage coverage;
    OptionalTime asOf;
    QMap<QString, QByteArray> notes;
};

/// All results begin with encodingVersion and a checksum of the rest, of \a key and of the kind of thing.
QByteArray encodeRows(qint64 key, std::span<const FleetRow> rows);
QByteArray encodeState(const FleetState &state);
QByteArray encodeManager(const RunnerManager &manager);

/// The checksum that encoded bytes carry, unchecked.
quint64 checksumIn(const QByteArray &encoded);

/// Nothing when the bytes are damaged or newer.
std::optional<RunnerManager> decodeManager(const QByteArray &encoded);

/// Reads rows of one instance. Takes any bytes. Texts, owners and users that repeat are shared between all rows that
/// one decoder reads.
class RowDecoder
{
public:
    explicit RowDecoder(InstanceId instance);
    ~RowDecoder();
    Q_DISABLE_COPY_MOVE(RowDecoder)

    /// Appends to \a rows, whose status is that at their readAt. Unless all is well nothing is appended.
    Decoding decodeRows(qint64 key, const QByteArray &encoded, std::vector<FleetRow> &rows);
    Decoding decodeState(const QByteArray &encoded, FleetState &state);

private:
    struct Shared;

    InstanceId m_instance;
    std::unique_ptr<Shared> m_shared;
};

} // namespace Runnerscope

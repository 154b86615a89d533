// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bytes.h"
#include "app/store/fleetcoding.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

#include <QtEndian>

#include <algorithm>

namespace Runnerscope::Fuzz {

namespace {

constexpr qsizetype headSize = 1 + sizeof(quint64);
constexpr InstanceId instance{1};

enum Kind : char { Rows, State, Manager };

/// With the checksum that the bytes should have, so that what lies behind it is reached; see fleetcoding.cpp.
QByteArray signedAs(Kind kind, QByteArray encoded)
{
    if (encoded.size() < headSize)
        return encoded;
    const QByteArray seed = QByteArray(1, kind) + encoded.front() + QByteArray(sizeof(qint64), '\0');
    const quint64 start = fnv1a(fnvOffsetBasis, seed.constData(), seed.size());
    qToLittleEndian(fnv1a(start, encoded.constData() + headSize, encoded.size() - headSize), encoded.data() + 1);
    return encoded;
}

void checkRows(const std::vector<FleetRow> &rows)
{
    const auto notBefore = [](const FleetRow &a, const FleetRow &b) { return a.runner->id >= b.runner->id; };
    require(std::ranges::adjacent_find(rows, notBefore) == rows.end(), "rows ascend");
    std::vector<FleetRow> again;
    RowDecoder decoder(instance);
    require(decoder.decodeRows(0, encodeRows(0, rows), again) == Decoding::Ok, "what was read can be written and read");
    require(again.size() == rows.size(), "no row is lost");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        require(*again[i].runner == *rows[i].runner, "every field returns");
        require(again[i].readAt == rows[i].readAt && again[i].status == rows[i].status, "every age returns");
    }
}

} // namespace

void cache(const QByteArray &input)
{
    RowDecoder decoder(instance);
    std::vector<FleetRow> rows;
    if (decoder.decodeRows(0, signedAs(Rows, input), rows) == Decoding::Ok)
        checkRows(rows);
    FleetState state;
    if (decoder.decodeState(signedAs(State, input), state) == Decoding::Ok)
        require(decoder.decodeState(encodeState(state), state) == Decoding::Ok, "a state that was read can be written");
    if (const auto manager = decodeManager(signedAs(Manager, input)))
        require(decodeManager(encodeManager(*manager)) == manager, "a manager that was read can be written");
    rows.clear();
    require(decoder.decodeRows(1, signedAs(Rows, input), rows) == Decoding::Damaged, "rows elsewhere are seen");
}

} // namespace Runnerscope::Fuzz

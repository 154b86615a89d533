// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// What a stranger may give to the program, as bytes. Each function takes anything, and ends the process when a promise
/// of the code does not hold. They need a QCoreApplication.
namespace Runnerscope::Fuzz {

/// An answer of a server: a line with the status, lines "header: value", an empty line, the body. From the bytes to
/// what the programs print of them.
void answer(const QByteArray &input);
/// The body of an answer: through every decoder of GraphQL and REST answers, up to the values of the domain.
void decoders(const QByteArray &input);
/// What a walk over a fleet left to the next one, as it stands in the file of a store.
void notes(const QByteArray &input);
/// The address of a server, in UTF-8.
void address(const QByteArray &input);
/// Rows, or what belongs to all rows, as they stand in the file of a store.
void cache(const QByteArray &input);
/// A sample of the queue, a block of its history or of waits, as they stand in the file of a store.
void queue(const QByteArray &input);
/// Jobs, the runners they may run on and who stands behind one of them: the data of GraphQL answers beside what REST
/// answers. From JSON to what the programs print of them.
void jobs(const QByteArray &input);
/// A filter, in UTF-8, over a fleet of all kinds of runners; with suggestions at every place of it.
void filter(const QByteArray &input);
/// What somebody takes for the link to a job, in UTF-8.
void joblink(const QByteArray &input);
/// Three lines: versions, in UTF-8, which must have an order.
void version(const QByteArray &input);
/// A file of saved views.
void views(const QByteArray &input);

} // namespace Runnerscope::Fuzz

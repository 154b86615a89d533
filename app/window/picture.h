// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/rules/errorwording.h"

#include <QObject>
#include <QString>

#include <optional>

namespace Runnerscope {

class FleetController;
class MainWindow;
class RunnerTableModel;

/// Renders the window into a file once the fleet has been read (or could not be), prints a summary of the fleet and
/// ends the program: 0 when all went well, 3 when the fleet could not be read, 1 when the file could not be written.
class Picture : public QObject
{
    Q_OBJECT

public:
    struct Wish
    {
        QString file;
        bool panel = false; ///< with the details of the first runner
    };

    Picture(Wish wish, MainWindow &window, const RunnerTableModel &model, const FleetController &controller);

    /// Something else than the reading of the fleet went wrong; it is told at the end.
    void noteTrouble(const ErrorWords &words) { m_trouble = words; }

private:
    void fleetEnded(const std::optional<FetchError> &error);
    void rowsAreShown();
    void take();
    void printSummary() const;

    const Wish m_wish;
    MainWindow &m_window;
    const RunnerTableModel &m_model;
    std::optional<ErrorWords> m_trouble;
    bool m_ended = false;
    bool m_taken = false;
};

} // namespace Runnerscope

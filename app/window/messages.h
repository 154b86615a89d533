// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fetcherror.h"
#include "models/domain/instanceprofile.h"
#include "models/rules/errorwording.h"

#include <QObject>

#include <optional>

namespace Runnerscope {

class MessageBar;

/// Decides which of the things that there are to say stands in the message bar: an error before a notice, a notice
/// before a remark. What the user closes makes room for the next.
class Messages : public QObject
{
    Q_OBJECT

public:
    /// \a bar outlives this.
    explicit Messages(MessageBar &bar, QObject *parent = nullptr);

    /// \a about: the saved instance that has the error, where it is one.
    void setError(const std::optional<FetchError> &error, const std::optional<InstanceProfile> &about);
    /// About no fleet.
    void setNotice(const std::optional<ErrorWords> &words);
    /// About the fleet on screen, which goes on.
    void setRemark(const std::optional<ErrorWords> &words);

    const std::optional<FetchError> &error() const { return m_error; }
    const std::optional<InstanceProfile> &errorAbout() const { return m_errorAbout; }

signals:
    /// By the button of an error, which stays what it is.
    void otherConnectionWanted();
    void anotherTryWanted();
    /// The user has closed the error.
    void errorClosed();

private:
    void press();
    void close();
    void show();

    MessageBar &m_bar;
    std::optional<FetchError> m_error;
    std::optional<InstanceProfile> m_errorAbout;
    std::optional<ErrorWords> m_notice;
    std::optional<ErrorWords> m_remark;
};

} // namespace Runnerscope

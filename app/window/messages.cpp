// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/messages.h"

#include "views/panels/messagebar.h"

namespace Runnerscope {

namespace {

/// Whether another address or token would help, rather than another try.
bool wantsOtherConnection(const FetchError &error)
{
    return !isTransient(error.kind) && error.kind != FetchError::Kind::NotFound;
}

} // namespace

Messages::Messages(MessageBar &bar, QObject *parent) :
    QObject(parent),
    m_bar(bar)
{
    connect(&bar, &MessageBar::buttonClicked, this, &Messages::press);
    connect(&bar, &MessageBar::closed, this, &Messages::close);
    show();
}

void Messages::setError(const std::optional<FetchError> &error, const std::optional<InstanceProfile> &about)
{
    m_error = error;
    m_errorAbout = about;
    show();
}

void Messages::setNotice(const std::optional<ErrorWords> &words)
{
    m_notice = words;
    show();
}

void Messages::setRemark(const std::optional<ErrorWords> &words)
{
    m_remark = words;
    show();
}

void Messages::press()
{
    if (m_error && wantsOtherConnection(*m_error))
        emit otherConnectionWanted();
    else
        emit anotherTryWanted();
}

void Messages::close()
{
    if (m_error) {
        setError({}, {});
        emit errorClosed();
    } else if (m_notice) {
        setNotice({});
    } else {
        setRemark({});
    }
}

void Messages::show()
{
    using Severity = MessageBar::Severity;
    if (m_error) {
        const ErrorWords words = explain(*m_error, Retry::ByItself);
        const bool connection = wantsOtherConnection(*m_error);
        m_bar.showMessage(connection ? Severity::Danger : Severity::Attention, words.sentence, words.remedy,
            connection ? tr("Connect…") : tr("Try again"));
    } else if (const auto &words = m_notice ? m_notice : m_remark) {
        m_bar.showMessage(Severity::Attention, words->sentence, words->remedy);
    } else {
        m_bar.dismiss();
    }
}

} // namespace Runnerscope

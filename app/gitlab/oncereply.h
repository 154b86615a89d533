// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Runnerscope {

/// Something that is on its way: it ends exactly once, with the finished() signal of its subclass or by cancel(), after
/// which nothing is heard of it, and deletes itself then.
class OnceReply : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void cancel();

signals:
    void cancelled();

protected:
    /// True for the first caller.
    bool end();

private:
    bool m_ended = false;
};

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gitlab/onceread.h"

#include <algorithm>

namespace Runnerscope {

qint64 OnceRead::readData(char *data, qint64 most)
{
    const qint64 size = std::min<qint64>(most, m_bytes.size() - m_read);
    if (size == 0 && most > 0)
        return -1; // there is no more, and there will be none
    std::copy_n(m_bytes.constData() + m_read, size, data);
    m_read += size;
    return size;
}

qint64 OnceRead::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    Q_UNUSED(size)
    return -1;
}

} // namespace Runnerscope

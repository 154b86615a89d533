// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/owner.h"
#include "views/widgets/textblock.h"

namespace Runnerscope {

/// The groups above a runner, from the top down: in one line where they fit, else one below the other.
class OwnerTrail : public TextBlock
{
    Q_OBJECT

public:
    explicit OwnerTrail(QWidget *parent = nullptr);

    void setChain(const OwnerChain &chain);
    void setSentence(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QStringList m_names;
};

} // namespace Runnerscope

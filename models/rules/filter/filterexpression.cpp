// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/filter/filterexpression.h"

namespace Runnerscope {

FilterExpression::FilterExpression(QString text, FilterNode root) :
    m_text(std::move(text))
{
    if (root.kind != FilterNode::Kind::All || !root.children.empty())
        m_root = std::make_shared<const FilterNode>(std::move(root));
}

const FilterNode &FilterExpression::root() const
{
    static const FilterNode everything;
    return m_root ? *m_root : everything;
}

} // namespace Runnerscope

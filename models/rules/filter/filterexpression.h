// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/filter/filterfield.h"
#include "models/rules/filter/filtertest.h"

#include <QMetaType>
#include <QString>

#include <memory>
#include <vector>

namespace Runnerscope {

/// Why a text is no filter, or why one cannot be answered: a sentence with the remedy, and the place in the text.
struct FilterError
{
    QString sentence; ///< plain text in one line; pieces of the filter may be in it
    qsizetype position = 0;
    qsizetype length = 0; ///< at least 1, except at the end of the text

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

/// The value of one field meets one of the tests.
struct FilterCondition
{
    FilterField field = FilterField::AnyText;
    std::vector<FilterTest> tests;
    qsizetype position = 0; ///< in the text of the filter
    qsizetype length = 0;
};

/// A filter as a tree. Conditions below a Manager node speak of one manager of the runner.
struct FilterNode
{
    enum class Kind {
        All, ///< of the children; of none of them is everything
        Any, ///< of the children
        Not, ///< the only child is not met
        Manager, ///< some manager of those asked meets the only child
        Condition,
    };
    /// Which managers of a runner a Manager node asks.
    enum class Managers { InContact, Known };

    Kind kind = Kind::All;
    std::vector<FilterNode> children;
    FilterCondition condition;
    Managers managers = Managers::InContact;
};

/// A filter of runners in the filter language. Immutable and cheap to copy; a default one matches every runner.
class FilterExpression
{
public:
    FilterExpression() = default;
    FilterExpression(QString text, FilterNode root);

    /// As it was written.
    const QString &text() const { return m_text; }
    const FilterNode &root() const;
    /// There is no condition.
    bool isEmpty() const { return !m_root; }

    /// The same text; different texts may mean the same.
    friend bool operator==(const FilterExpression &a, const FilterExpression &b) { return a.m_text == b.m_text; }

private:
    QString m_text;
    std::shared_ptr<const FilterNode> m_root;
};

} // namespace Runnerscope

Q_DECLARE_METATYPE(Runnerscope::FilterExpression)
Q_DECLARE_METATYPE(Runnerscope::FilterError)

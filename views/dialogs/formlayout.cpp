// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/formlayout.h"

#include "views/theme/metrics.h"

#include <QFormLayout>
#include <QLabel>

namespace Runnerscope {

namespace {

constexpr int captionLetters = 21; ///< average letters; room for the longest caption in most languages

} // namespace

QFormLayout *makeForm(QWidget *parent)
{
    auto *form = new QFormLayout(parent);
    form->setContentsMargins({});
    form->setHorizontalSpacing(Metrics::medium);
    form->setVerticalSpacing(Metrics::small);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

void addRow(QFormLayout &form, const QString &caption, QWidget *field)
{
    auto *label = new QLabel(caption);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * captionLetters);
    label->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    form.addRow(label, field);
}

QWidget *makeSentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("role", QStringLiteral("muted"));
    return label;
}

} // namespace Runnerscope

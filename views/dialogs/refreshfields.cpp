// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/refreshfields.h"

#include "models/domain/instanceprofile.h"
#include "views/dialogs/formlayout.h"

#include <QFormLayout>
#include <QSpinBox>

#include <iterator>

namespace Runnerscope {

namespace {

struct FieldWords
{
    QString caption;
    QString name; ///< for screen readers
    QString prefix;
    QString suffix;
};

/// In the order of refreshFields.
std::vector<FieldWords> fieldWords()
{
    using Fields = RefreshFields;
    return {
        {Fields::tr("Re&quests"), Fields::tr("Requests a minute"),
            Fields::tr("at most ", "before a number of requests"), Fields::tr(" a minute")},
        {Fields::tr("&Visible rows"), Fields::tr("Seconds between readings of the visible rows"),
            Fields::tr("every ", "before a number of seconds"), Fields::tr(" s", "seconds")},
        {Fields::tr("What &is new"), Fields::tr("Seconds between questions for what is new"),
            Fields::tr("every ", "before a number of seconds"), Fields::tr(" s", "seconds")},
        {Fields::tr("Ever&ything"), Fields::tr("Minutes between readings of everything"),
            Fields::tr("every ", "before a number of minutes"), Fields::tr(" min", "minutes")},
        {Fields::tr("&Missed jobs"), Fields::tr("Requests for jobs that ended while nobody looked"),
            Fields::tr("at most ", "before a number of requests"), Fields::tr(" requests")},
    };
}

QSpinBox *makeBox(const RefreshField &field, const FieldWords &words)
{
    auto *box = new QSpinBox;
    box->setObjectName(QString::fromLatin1(field.name));
    box->setAccessibleName(words.name);
    box->setRange(field.least, field.most);
    box->setPrefix(words.prefix);
    box->setSuffix(words.suffix);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    box->setMinimumWidth(box->fontMetrics().averageCharWidth() * 26);
    return box;
}

} // namespace

bool hasRefreshSettings(const InstanceProfile &profile)
{
    return profile.refresh != RefreshSettings();
}

RefreshFields::RefreshFields(QWidget *parent) :
    QWidget(parent)
{
    QFormLayout *form = makeForm(this);
    const std::vector<FieldWords> words = fieldWords();
    for (std::size_t i = 0; i < std::size(refreshFields); ++i) {
        m_boxes.push_back(makeBox(refreshFields[i], words[i]));
        addRow(*form, words[i].caption, m_boxes.back());
    }
    form->addRow(QString(),
        makeSentence(
            tr("A hidden window asks less often. Where the server announces a rate limit, at most a quarter of "
               "it is used instead; what does not fit takes longer. A refresh that you ask for does not wait. Jobs "
               "that ended while nobody looked are read back for three hours at most; with 0 requests, not at all.")));
}

void RefreshFields::showProfile(const InstanceProfile &profile)
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->setValue(profile.refresh.*refreshFields[i].value);
}

void RefreshFields::fill(InstanceProfile &profile) const
{
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        profile.refresh.*refreshFields[i].value = m_boxes[i]->value();
}

} // namespace Runnerscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace Runnerscope {

class FilterBox;

/// The line above the content: what to look for, how much of it there is, and how old the data are.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    explicit TopBar(QWidget *parent = nullptr);

    FilterBox &filterBox() const { return *m_filter; }

    /// Without \a total, which is not known yet, nothing is said.
    void setMatchCount(qint64 shown, std::optional<qint64> total);
    /// What is known of when the data on screen were read.
    struct DataAge
    {
        std::optional<Clock::time_point> readAt; ///< in this run of the program, by the desktop's monotonic clock
        QDateTime keptFrom; ///< else: as kept from an earlier run; invalid while there are no data
        bool connected = true;

        friend bool operator==(const DataAge &, const DataAge &) = default;
    };
    void setDataAge(const DataAge &age);
    /// Stands beside the age while it is not empty, such as "2,400 of 12,480 read".
    void setActivity(const QString &text);
    /// A fleet is being read. A refresh may be asked for all the same: it makes haste.
    void setBusy(bool busy);
    void setConnectVisible(bool visible);
    /// The filter is about runners; another page has none.
    void setFilterShown(bool shown);

signals:
    void refreshRequested();
    void connectRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setUpButtons();
    void updateAge();

    FilterBox *m_filter;
    QLabel *m_matches;
    QLabel *m_age;
    QToolButton *m_refresh;
    QPushButton *m_connect;
    QTimer m_second;
    DataAge m_dataAge;
    QString m_activity;
};

} // namespace Runnerscope

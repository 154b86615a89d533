// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/fonts.h"
#include "views/theme/icons.h"
#include "views/theme/statusglyph.h"
#include "views/theme/stylesheet.h"
#include "views/theme/themecontroller.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Runnerscope;

namespace {

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// As the Web Content Accessibility Guidelines compute it.
double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QImage drawn(RunnerStatus status, bool paused, qreal ratio)
{
    QImage image(QSize(40, 20) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintStatusGlyph(painter, QRectF(2, 4, statusGlyphWidth(10, paused), 10), status, paused, Theme::light());
    return image;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textsCanBeRead_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            const QByteArray name = theme->isDark ? "dark" : "light";
            const std::vector<std::pair<const char *, QColor>> grounds{{"surface", theme->surface},
                {"raised", theme->raised}, {"selection", theme->selectionWash}, {"resting", theme->restingWash},
                {"hover", theme->hoverWash}};
            const std::vector<std::pair<const char *, Meaning>> meanings{{"good", theme->good},
                {"attention", theme->attention}, {"danger", theme->danger}, {"inactive", theme->inactive},
                {"unknown", theme->unknown}};
            const auto row = [&](const QByteArray &what, const QColor &ink, const QColor &ground) {
                QTest::newRow(QByteArray(name + ": " + what).constData()) << ink << ground;
            };
            for (const auto &[ground, color] : grounds) {
                row(QByteArray("text on ") + ground, theme->text, color);
                row(QByteArray("muted text on ") + ground, theme->mutedText, color);
                for (const auto &[meaning, pair] : meanings)
                    row(QByteArray(meaning) + " on " + ground, pair.ink, color);
            }
            for (const auto &[meaning, pair] : meanings) {
                row(QByteArray(meaning) + " on its wash", pair.ink, pair.wash);
                row(QByteArray("text on the wash of ") + meaning, theme->text, pair.wash);
            }
            row("text on accent", theme->onAccent, theme->accent);
            row("accent on surface", theme->accent, theme->surface);
        }
    }

    void textsCanBeRead()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double ratio = contrast(ink, ground);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void everyRoleOfTheStyleSheetIsKnown()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            const QString sheet = styleSheetFor(*theme);
            QVERIFY(sheet.contains(theme->accent.name()));
            QVERIFY(!sheet.contains(u'$'));
        }
    }

    void aPaletteNamesItsTheme()
    {
        QVERIFY(Theme::fromPalette(Theme::dark().palette()).isDark);
        QVERIFY(!Theme::fromPalette(Theme::light().palette()).isDark);
    }

    void theApplicationFollowsTheAppearance()
    {
        ThemeController controller(*qApp);
        QSignalSpy changed(&controller, &ThemeController::themeChanged);
        controller.setAppearance(Appearance::Light);
        changed.clear();
        controller.setAppearance(Appearance::Dark);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::dark().surface);
        controller.setAppearance(Appearance::Dark);
        QCOMPARE(changed.count(), 1);
        controller.setAppearance(Appearance::System); // the offscreen platform is light
        QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::light().surface);
    }

    void theSystemIsReadAgainWhenItAnnouncesAnotherTheme()
    {
        ThemeController controller(*qApp);
        controller.setAppearance(Appearance::System);
        QSignalSpy changed(&controller, &ThemeController::themeChanged);
        QWidget window;
        QEvent announcement(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&window, &announcement);
        QCoreApplication::sendEvent(&window, &announcement);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(!controller.theme().isDark);
    }

    void statusesDifferInShape_data()
    {
        QTest::addColumn<double>("ratio");
        for (const double ratio : {1.0, 1.25, 2.0})
            QTest::newRow(QByteArray::number(ratio).constData()) << ratio;
    }

    void statusesDifferInShape()
    {
        QFETCH(double, ratio);
        QList<QImage> seen;
        for (const auto status :
            {RunnerStatus::Online, RunnerStatus::Offline, RunnerStatus::Stale, RunnerStatus::NeverContacted}) {
            for (const bool paused : {false, true}) {
                const QImage image = drawn(status, paused, ratio).convertToFormat(QImage::Format_Grayscale8);
                QVERIFY(!seen.contains(image));
                seen.append(image);
            }
        }
    }

    void pausingLeavesTheStatusInSight()
    {
        const QRect disc(0, 0, 13, 20);
        QCOMPARE(drawn(RunnerStatus::Stale, true, 1).copy(disc), drawn(RunnerStatus::Stale, false, 1).copy(disc));
    }

    void fontsFollowTheSizeOfTheSystem()
    {
        QFont base;
        base.setPointSizeF(20);
        QCOMPARE(fontFor(FontRole::Body, base).pointSizeF(), 20);
        QVERIFY(fontFor(FontRole::Caption, base).pointSizeF() < 20);
        QVERIFY(fontFor(FontRole::Figure, base).pointSizeF() > fontFor(FontRole::Title, base).pointSizeF());
    }

    void iconsAreSharpAtEveryScale()
    {
        for (const auto glyph : {Glyph::Refresh, Glyph::Search, Glyph::Close, Glyph::Connect, Glyph::Warning}) {
            QCOMPARE(glyphIcon(glyph).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
            QVERIFY(!glyphIcon(glyph).pixmap(QSize(16, 16), 1.0).toImage().allGray());
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

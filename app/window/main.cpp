// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/coredumps.h"
#include "app/settings/identity.h"
#include "app/window/composition.h"

#include <QApplication>
#include <QTextStream>

using namespace Runnerscope;

int main(int argc, char *argv[])
{
    switchOffCoreDumps();
    QApplication application(argc, argv);
    setIdentity();
    QGuiApplication::setDesktopFileName(QStringLiteral("org.runnerscope.Runnerscope"));

    const auto options = readWindowOptions(QCoreApplication::arguments());
    if (const auto *asked = std::get_if<TextAsked>(&options)) {
        QTextStream(stdout) << asked->text;
        return 0;
    }
    if (const auto *wrong = std::get_if<WrongUsage>(&options)) {
        QTextStream(stderr) << "runnerscope: " << wrong->sentence << Qt::endl;
        return 2;
    }
    const Composition composition(application, std::get<WindowOptions>(options));
    return QApplication::exec();
}

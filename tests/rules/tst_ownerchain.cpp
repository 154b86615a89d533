// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/ownerchain.h"

#include <QTest>

using namespace Runnerscope;

class TestOwnerChain : public QObject
{
    Q_OBJECT

private slots:
    void takesNamesFromTheFullName()
    {
        const Owner owner{OwnerKind::Project, 3, QStringLiteral("acme/payments/api"), QStringLiteral("API"),
            QStringLiteral("Acme / Payments / API"), QStringLiteral("https://git.example.com/acme/payments/api")};
        const OwnerChain expected{{QStringLiteral("acme"), QStringLiteral("Acme"), {}},
            {QStringLiteral("acme/payments"), QStringLiteral("Payments"), {}},
            {owner.fullPath, QStringLiteral("API"), owner.webUrl}};
        QCOMPARE(chainFromPath(owner), expected);
    }

    void takesPathsWhereANameHoldsTheSeparator()
    {
        const Owner owner{OwnerKind::Group, 3, QStringLiteral("acme/ab"), QStringLiteral("A / B"),
            QStringLiteral("Acme / A / B"), {}};
        const OwnerChain expected{{QStringLiteral("acme"), QStringLiteral("acme"), {}},
            {QStringLiteral("acme/ab"), QStringLiteral("A / B"), {}}};
        QCOMPARE(chainFromPath(owner), expected);
    }

    void isEmptyWithoutAPath() { QVERIFY(chainFromPath(Owner()).empty()); }
};

QTEST_GUILESS_MAIN(TestOwnerChain)
#include "tst_ownerchain.moc"

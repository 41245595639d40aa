// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void translate(QCoreApplication &application, const QLocale &locale)
{
    // The texts of the sources are English already; their plural forms are in a file as well.
    install(application, QLocale(QLocale::English), u"dcs-workbench"_s, u":/translations"_s);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, u"dcs-workbench"_s, u":/translations"_s);
}

} // namespace gui

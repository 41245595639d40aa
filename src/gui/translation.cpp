// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

/// Installs the file of that name in the first language of the locale that has one, and says which that is.
QString install(
    QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder)) {
        QCoreApplication::installTranslator(translator);
        return translator->language();
    }
    delete translator;
    return {};
}

} // namespace

void translate(QCoreApplication &application, const QLocale &locale)
{
    // The texts of the sources are English already; their plural forms are in a file as well.
    install(application, QLocale(QLocale::English), u"dcs-workbench"_s, u":/translations"_s);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C)
        return;
    const QString language = install(application, locale, u"dcs-workbench"_s, u":/translations"_s);
    // Qt's own dialogs speak as the window does, or a window would be in two languages.
    if (!language.isEmpty())
        install(
            application, QLocale(language), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/calltab.h"
#include "gui/calltabs.h"
#include "gui/dialogs.h"
#include "gui/importdialog.h"
#include "gui/keysdialog.h"
#include "gui/mainwindow.h"
#include "gui/retentiondialog.h"
#include "gui/takeidsdialog.h"
#include "gui/translation.h"
#include "gui/wirepanel.h"

#include <QGroupBox>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// The program as it starts in a language, and the program of the other tests again.
class Language
{
public:
    explicit Language(const QLocale &locale)
    {
        QLocale::setDefault(locale);
        gui::translate(*qApp, locale);
    }
    ~Language()
    {
        for (auto *translator : qApp->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly)) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
        QLocale::setDefault(QLocale::c());
    }
    Q_DISABLE_COPY_MOVE(Language)
};

/// Remembers who has which mnemonic.
class Mnemonics
{
public:
    void add(const QString &text, const QString &where)
    {
        const QString key = QKeySequence::mnemonic(text).toString(QKeySequence::PortableText);
        if (key.isEmpty())
            return;
        EXPECT_FALSE(m_owners.contains(key)) << key.toStdString() << " in " << where.toStdString() << ": "
                                             << text.toStdString() << " and " << m_owners[key].toStdString();
        m_owners.insert(key, text);
    }
    qsizetype count() const { return m_owners.size(); }

private:
    QHash<QString, QString> m_owners;
};

void addMenus(const QList<QAction *> &actions, const QString &where)
{
    Mnemonics mnemonics;
    for (const QAction *action : actions) {
        mnemonics.add(action->text(), where);
        if (action->menu())
            addMenus(action->menu()->actions(), action->text());
    }
}

/// Those of everything that a person sees at once.
void addVisible(Mnemonics &mnemonics, const QWidget &root)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            mnemonics.add(label->text(), label->objectName());
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            mnemonics.add(button->text(), button->objectName());
    }
    for (const QGroupBox *box : root.findChildren<QGroupBox *>()) {
        if (box->isVisible())
            mnemonics.add(box->title(), box->objectName());
    }
    for (const QTabBar *bar : root.findChildren<QTabBar *>()) {
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
            mnemonics.add(bar->tabText(tab), bar->objectName());
    }
}

QStringList cutTexts(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        const bool oneLine = label->isVisible() && !label->wordWrap();
        if (oneLine && label->width() < label->sizeHint().width())
            texts.append(label->text());
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        const bool shows = button->isVisible() && !button->text().isEmpty();
        if (shows && button->width() < button->minimumSizeHint().width())
            texts.append(button->text());
    }
    return texts;
}

void showPart(gui::MainWindow &window, int part)
{
    window.calls().current()->setPart(part);
    const auto &tabs = child<QTabWidget>(window, "requestTabs");
    const auto shown = [&] { // a part is made when it is first shown
        const QObjectList &children = tabs.currentWidget()->children();
        return std::any_of(children.begin(), children.end(), [](const QObject *object) {
            const auto *panel = qobject_cast<const QWidget *>(object);
            return panel && panel->isVisible();
        });
    };
    ASSERT_TRUE(QTest::qWaitFor(shown));
}

class TranslationTest : public DialogTest, public ::testing::WithParamInterface<QLocale::Language>
{
protected:
    // The language comes before the first widget.
    Language language{QLocale(GetParam())};
};

class FrenchTest : public DialogTest
{
protected:
    Language language{QLocale(QLocale::French, QLocale::France)};
};

std::string languageName(const ::testing::TestParamInfo<QLocale::Language> &info)
{
    return QLocale::languageToString(info.param).toStdString();
}

} // namespace

INSTANTIATE_TEST_SUITE_P(
    Languages, TranslationTest, ::testing::Values(QLocale::English, QLocale::French), languageName);

TEST_P(TranslationTest, MnemonicsOfAMenuDiffer)
{
    gui::MainWindow window(services);

    addMenus(window.menuBar()->actions(), u"menu bar"_s);
}

TEST_P(TranslationTest, MnemonicsOfWhatIsSeenAtOnceDiffer)
{
    gui::MainWindow window(services);
    showActive(window);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isSettled(); }));

    for (int part = 0; part < gui::CallTab::PartCount; ++part) {
        SCOPED_TRACE(part);
        showPart(window, part);
        Mnemonics mnemonics;
        for (const QAction *action : window.menuBar()->actions())
            mnemonics.add(action->text(), u"menu bar"_s);
        addVisible(mnemonics, window);
        EXPECT_GT(mnemonics.count(), 5);
    }
}

TEST_P(TranslationTest, EveryPartOfACallFitsTheSmallestWindow)
{
    gui::MainWindow window(services);
    showActive(window);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isSettled(); }));
    window.resize(900, 600);

    for (int part = 0; part < gui::CallTab::PartCount; ++part) {
        SCOPED_TRACE(part);
        showPart(window, part);
        // The layout settles after some rounds of events, and the sandbox may start meanwhile.
        EXPECT_TRUE(QTest::qWaitFor([&] { return cutTexts(window).isEmpty(); }))
            << cutTexts(window).join(u", "_s).toStdString();
    }
}

TEST_P(TranslationTest, DialogsFitAndTheirMnemonicsDiffer)
{
    std::vector<std::unique_ptr<QDialog>> dialogs;
    dialogs.push_back(std::make_unique<gui::ImportDialog>(services));
    dialogs.push_back(std::make_unique<gui::KeysDialog>(nullptr));
    dialogs.push_back(std::make_unique<gui::RetentionDialog>(services.history(), *prompts));
    dialogs.push_back(std::make_unique<gui::TakeIdsDialog>(services, document));

    for (const auto &dialog : dialogs) {
        SCOPED_TRACE(dialog->metaObject()->className());
        showActive(*dialog);
        Mnemonics mnemonics;
        addVisible(mnemonics, *dialog);
        expectReadable(*dialog);
        dialog->close();
    }
}

TEST_F(FrenchTest, TheWindowSpeaksFrenchWhileTheWireDoesNot)
{
    gui::MainWindow window(services);
    showActive(window);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isSettled(); }));

    EXPECT_EQ(child<QPushButton>(window, "sendButton").text(), u"Envoyer"_s);
    EXPECT_EQ(window.menuBar()->actions().first()->text(), u"&Appel"_s);
    EXPECT_TRUE(child<QWidget>(window, "urlEdit").toolTip().contains(u"d’URL"_s));
    ASSERT_TRUE(window.calls().current()->asCurl().contains("acme.demdex.net"));
    EXPECT_FALSE(window.calls().current()->asCurl().contains("Envoyer"));
}

TEST_F(FrenchTest, NumbersAreWrittenAsInFrance)
{
    EXPECT_EQ(gui::callSizeText({1234, 8192}), u"1\u202f234\u00a0o sur 8\u202f192\u00a0o"_s);
}

TEST_F(FrenchTest, OneIsSingularAndSoIsNone)
{
    const auto findings
        = [](int n) { return QCoreApplication::translate("gui::CallTab", "%n findings", nullptr, n); };

    EXPECT_EQ(findings(0), u"0 constat"_s);
    EXPECT_EQ(findings(1), u"1 constat"_s);
    EXPECT_EQ(findings(2), u"2 constats"_s);
}

TEST(Translation, EnglishHasItsPluralForms)
{
    const Language language{QLocale(QLocale::English)};

    EXPECT_EQ(QCoreApplication::translate("gui::CallTab", "%n findings", nullptr, 1), u"1 finding"_s);
    EXPECT_EQ(QCoreApplication::translate("gui::CallTab", "%n findings", nullptr, 2), u"2 findings"_s);
}

TEST(Translation, ALanguageWithoutTranslationGetsEnglishInQtsDialogsToo)
{
    const Language language{QLocale(QLocale::German)};

    EXPECT_EQ(QCoreApplication::translate("CallTab", "Send"), u"Send"_s);
    EXPECT_EQ(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
}

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// How calls travel, chosen in the window: the environment's dialog, the keychain's, the answer's redirect.
#include "batch/cookiefile.h"
#include "gui/answerpanel.h"
#include "gui/dialogs.h"
#include "gui/environmentdialog.h"
#include "gui/keychaindialog.h"
#include "gui/optionspanel.h"
#include "store/keychain.h"
#include "support/secretservice.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

class ChoicesTest : public DialogTest
{
protected:
    ChoicesTest()
    {
        root = services.workspace().folder();
        QDir().mkpath(root);
        interop::Environment staging;
        staging.name = u"staging"_s;
        staging.sending = {{u"dcs-ca"_s, u"ca.pem"_s}};
        services.environments().set({{root, QList<interop::Environment>{staging}}});
        services.environments().choose(u"staging"_s);
    }

    QByteArray privateFile() const
    {
        QFile file(root + u"/http-client.private.env.json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString root;
};

} // namespace

TEST_F(ChoicesTest, TheEnvironmentsDialogWritesOnlyWhatWasChanged)
{
    gui::EnvironmentDialog dialog(services, {});
    showActive(dialog);
    EXPECT_EQ(child<QLineEdit>(dialog, "caEdit").text(), u"ca.pem"_s);

    child<QLineEdit>(dialog, "proxyEdit").setText(u"http://me:{{$keychain px}}@p:3128"_s);
    child<QCheckBox>(dialog, "cookiesCheck").setChecked(true);
    QSignalSpy saved(&dialog, &gui::EnvironmentDialog::saved);
    click(dialog, "saveButton");
    ASSERT_TRUE(QTest::qWaitFor([&] { return saved.count() == 1; }));

    const auto written = interop::readEnvironments({}, privateFile());
    ASSERT_TRUE(written);
    ASSERT_EQ(written->size(), 1) << privateFile().toStdString();
    EXPECT_EQ(written->first().sending,
        (QMap<QString, QString>{
            {u"dcs-proxy"_s, u"http://me:{{$keychain px}}@p:3128"_s}, {u"dcs-cookies"_s, u"true"_s}}));
    expectReadable(dialog);
}

TEST_F(ChoicesTest, APasswordIsNotWrittenIntoTheEnvironment)
{
    gui::EnvironmentDialog dialog(services, {});
    showActive(dialog);

    child<QLineEdit>(dialog, "proxyEdit").setText(u"http://me:geheim@p:3128"_s);
    click(dialog, "saveButton");

    EXPECT_TRUE(text(dialog, "messageLabel").contains(u"{{$keychain"_s));
    EXPECT_TRUE(privateFile().isEmpty());
}

TEST_F(ChoicesTest, WhatIsTypedStaysWhenACallCapturesAValue)
{
    gui::EnvironmentDialog dialog(services, {});
    showActive(dialog);
    child<QLineEdit>(dialog, "proxyEdit").setText(u"p:3128"_s);

    services.environments().capture({{u"user"_s, u"1"_s}});
    EXPECT_EQ(child<QLineEdit>(dialog, "proxyEdit").text(), u"p:3128"_s);

    services.environments().choose(u"other"_s);
    EXPECT_TRUE(child<QLineEdit>(dialog, "proxyEdit").text().isEmpty());
}

TEST_F(ChoicesTest, TheJarIsShownAndCleared)
{
    dcs::Exchange exchange;
    exchange.request.bytes = "GET / HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n";
    exchange.request.headBytes = exchange.request.bytes.size();
    exchange.headers = {{"Set-Cookie", "demdex=42; Domain=.demdex.net; Path=/", true}};
    services.cookies({}).take({exchange});
    gui::EnvironmentDialog dialog(services, {});
    showActive(dialog);
    ASSERT_EQ(rows(dialog, "cookies"), 1);
    EXPECT_EQ(cell(dialog, "cookies", 0, 0), u"demdex"_s);

    click(dialog, "clearButton");

    EXPECT_EQ(rows(dialog, "cookies"), 0);
    EXPECT_EQ(prompts->questions.size(), 1);
    EXPECT_TRUE(services.cookies({}).jar().cookies().isEmpty());
}

TEST_F(ChoicesTest, SecretsAreStoredListedAndRemoved)
{
    // As long as this process lives: GLib ends a program whose session bus went away.
    static const SecretService service;
    gui::KeychainDialog dialog(services);
    showActive(dialog);

    child<QLineEdit>(dialog, "nameEdit").setText(u"px"_s);
    child<QLineEdit>(dialog, "valueEdit").setText(u"geheim"_s);
    click(dialog, "storeButton");

    ASSERT_TRUE(QTest::qWaitFor([&] { return rows(dialog, "secrets") == 1; }, 20000))
        << text(dialog, "messageLabel").toStdString();
    EXPECT_EQ(cell(dialog, "secrets", 0, 1), u"{{$keychain px}}"_s);
    EXPECT_TRUE(child<QLineEdit>(dialog, "valueEdit").text().isEmpty());
    std::optional<dcs::Result<QString>> read;
    services.keychain().read(u"px"_s, &dialog, [&](const dcs::Result<QString> &value) { read = value; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return read.has_value(); }, 20000));
    EXPECT_EQ(read->value_or({}), u"geheim"_s);
    expectReadable(dialog);

    auto &table = child<QTableView>(dialog, "secrets");
    table.setCurrentIndex(table.model()->index(0, 0));
    click(dialog, "removeButton");
    EXPECT_TRUE(QTest::qWaitFor([&] { return rows(dialog, "secrets") == 0; }, 20000));
}

TEST_F(ChoicesTest, APasswordCanBeKeptAndItsNameIsReadable)
{
    gui::OptionsPanel panel(*prompts);
    showActive(panel);
    auto &password = child<QLineEdit>(panel, "proxyPasswordEdit");
    auto &keep = child<QPushButton>(panel, "keepButton");
    QSignalSpy kept(&panel, &gui::OptionsPanel::keepPasswordRequested);
    EXPECT_FALSE(keep.isEnabled());

    password.setFocus();
    QTest::keyClicks(&password, u"geheim"_s);
    EXPECT_EQ(password.echoMode(), QLineEdit::Password);
    keep.click();
    dcs::SendOptions options = panel.options();
    options.proxy.password = u"{{$keychain px}}"_s;
    panel.setOptions(options);

    ASSERT_EQ(kept.size(), 1);
    EXPECT_EQ(kept[0][0].toString(), u"geheim"_s);
    EXPECT_EQ(password.text(), u"{{$keychain px}}"_s);
    EXPECT_EQ(password.echoMode(), QLineEdit::Normal);
    EXPECT_FALSE(keep.isEnabled());
}

TEST_F(ChoicesTest, OnlyARedirectOffersToBeFollowed)
{
    gui::AnswerPanel panel;
    showActive(panel);
    auto &button = child<QPushButton>(panel, "followButton");
    QSignalSpy shown(&panel, &gui::AnswerPanel::shown);
    QSignalSpy followed(&panel, &gui::AnswerPanel::followRequested);
    dcs::Exchange exchange;
    exchange.request.host = "usw2.demdex.net";
    exchange.request.bytes = "GET /event?d_rd=x HTTP/1.1\r\nHost: acme.demdex.net\r\n\r\n";
    exchange.request.headBytes = exchange.request.bytes.size();
    exchange.status = 200;
    panel.setExchange(document.call(), exchange, {}, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.size() == 1; }));
    EXPECT_FALSE(button.isVisible());

    exchange.status = 302;
    exchange.headers = {{"Location", "https://example.com/click?a=1&b=2", true}};
    panel.setExchange(document.call(), exchange, {}, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.size() == 2; }));

    EXPECT_TRUE(button.isVisible());
    EXPECT_TRUE(button.text().contains(u"https://example.com/click?a=1&&b=2"_s))
        << button.text().toStdString();
    button.click();
    EXPECT_EQ(followed.size(), 1);
}

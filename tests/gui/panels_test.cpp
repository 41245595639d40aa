// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "gui/callpanel.h"
#include "gui/findingspanel.h"
#include "gui/headerspanel.h"
#include "gui/optionspanel.h"
#include "gui/parameterspanel.h"
#include "gui/prompts.h"
#include "gui/samplecalls.h"
#include "gui/urledit.h"
#include "gui/widgets.h"
#include "gui/wirepanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

const dcs::Catalogue &catalogue()
{
    return dcs::Catalogue::builtIn();
}

class CallPanelTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        panel.setDraft({oddCall(), {}, false, {}});
        panel.resize(900, 400);
        showActive(panel);
    }

    gui::CallPanel panel{catalogue()};
};

class ParametersPanelTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        panel.setCall(oddCall());
        panel.resize(900, 400);
        showActive(panel);
    }

    gui::ParametersPanel panel{catalogue()};
};

} // namespace

TEST_F(CallPanelTest, ShowingACallReportsNoEditAndKeepsIt)
{
    QSignalSpy edited(&panel, &gui::CallPanel::draftEdited);

    panel.setDraft({oddCall(), {}, true, {}});

    EXPECT_EQ(edited.count(), 0);
    EXPECT_EQ(panel.draft().call, oddCall());
}

TEST_F(CallPanelTest, TypingTheAliasChangesOnlyTheHost)
{
    QSignalSpy edited(&panel, &gui::CallPanel::draftEdited);
    auto &alias = child<QLineEdit>(panel, "aliasEdit");
    EXPECT_EQ(alias.text(), u"acme"_s);
    focus(alias);
    alias.selectAll();

    QTest::keyClicks(&alias, u"foo"_s);

    dcs::Call expected = oddCall();
    dcs::setHostHeader(expected, "foo.demdex.net");
    EXPECT_EQ(panel.draft().call, expected);
    EXPECT_EQ(edited.count(), 3);
}

TEST_F(CallPanelTest, TheSandboxKeepsTheRegionHostAndLeavesTls)
{
    auto &region = child<QComboBox>(panel, "regionCombo");
    region.setCurrentIndex(0);
    Q_EMIT region.activated(0);

    EXPECT_TRUE(panel.draft().sandbox);
    EXPECT_EQ(panel.draft().call.connectHost, "usw2.demdex.net");
    EXPECT_FALSE(panel.draft().call.tls);
    EXPECT_EQ(panel.draft().call.port, 80);
}

TEST_F(CallPanelTest, ARegionSetsTheConnectionHost)
{
    auto &region = child<QComboBox>(panel, "regionCombo");
    const int irl1 = region.findData(6);
    ASSERT_GT(irl1, 0);
    region.setCurrentIndex(irl1);
    Q_EMIT region.activated(irl1);

    EXPECT_EQ(panel.draft().call.connectHost, "irl1.demdex.net");
    EXPECT_EQ(dcs::hostHeader(panel.draft().call), "acme.demdex.net");
}

TEST_F(CallPanelTest, DirectConnectsToTheAlias)
{
    auto &direct = child<QCheckBox>(panel, "directCheck");
    EXPECT_FALSE(direct.isChecked());

    direct.click();
    EXPECT_EQ(panel.draft().call.connectHost, "acme.demdex.net");
    direct.click();
    EXPECT_EQ(panel.draft().call.connectHost, "usw2.demdex.net");
}

TEST_F(CallPanelTest, PostMovesTheParametersAndGetMovesThemBack)
{
    child<QRadioButton>(panel, "postRadio").click();
    EXPECT_EQ(panel.draft().call.method, "POST");
    EXPECT_TRUE(dcs::query(panel.draft().call).isEmpty());

    child<QRadioButton>(panel, "getRadio").click();
    EXPECT_EQ(dcs::query(panel.draft().call), dcs::query(oddCall()));
}

TEST_F(CallPanelTest, AnswerOptionsAreParameters)
{
    auto &json = child<QCheckBox>(panel, "jsonCheck");
    EXPECT_TRUE(json.isChecked());

    json.click();
    EXPECT_FALSE(dcs::option(panel.draft().call, u"d_rtbd"));
    auto &callback = child<QLineEdit>(panel, "callbackEdit");
    focus(callback);
    QTest::keyClicks(&callback, u"cb"_s);

    EXPECT_EQ(dcs::option(panel.draft().call, u"d_cb"), u"cb"_s);
}

TEST_F(CallPanelTest, AnIdentityIsTypedIntoItsCell)
{
    auto &view = child<QTableView>(panel, "identitiesView");
    focus(view);
    view.setCurrentIndex(view.model()->index(1, 2));

    QTest::keyClicks(&view, u"z"_s); // begins to edit, as typing into a table does
    auto *editor = view.viewport()->findChild<QLineEdit *>();
    ASSERT_TRUE(editor);
    editor->setText(u"new id"_s);
    QTest::keyClick(editor, Qt::Key_Return);

    EXPECT_TRUE(QTest::qWaitFor([&] { return dcs::identities(panel.draft().call)[1].value == u"new id"_s; }));
    EXPECT_EQ(dcs::identities(panel.draft().call)[1].authState, dcs::AuthState::Authenticated);
}

TEST_F(ParametersPanelTest, GivesBackWhatItWasGiven)
{
    QSignalSpy edited(&panel, &gui::ParametersPanel::callEdited);

    child<QPushButton>(panel, "textButton").click();
    child<QPushButton>(panel, "textButton").click();

    EXPECT_EQ(edited.count(), 0);
    EXPECT_EQ(panel.call(), oddCall());
}

TEST_F(ParametersPanelTest, TextChangesOnlyTheLineThatIsEdited)
{
    child<QPushButton>(panel, "textButton").click();
    auto &text = child<QPlainTextEdit>(panel, "textEdit");
    focus(text);
    text.moveCursor(QTextCursor::End);

    QTest::keyClicks(&text, u"c_more=1"_s);

    dcs::Call expected = oddCall();
    expected.parameters.last().wire += "c_more=1";
    EXPECT_EQ(panel.call(), expected);
}

TEST_F(ParametersPanelTest, EncodesAndDecodesTheSelectedValue)
{
    panel.focusParameter(4);
    const QByteArray before = panel.call().parameters[4].wire;
    ASSERT_EQ(before, "c_x=a,b");

    child<QPushButton>(panel, "encodeButton").click();
    EXPECT_EQ(panel.call().parameters[4].wire, "c_x=a%2Cb");
    child<QPushButton>(panel, "decodeButton").click();
    EXPECT_EQ(panel.call().parameters[4].wire, before);
    child<QPushButton>(panel, "separatorButton").click();
    EXPECT_EQ(panel.call().parameters[4].wire, "c_x=a,b%01");
}

TEST(HeadersPanel, GivesBackWhatItWasGiven)
{
    gui::HeadersPanel panel;
    QSignalSpy edited(&panel, &gui::HeadersPanel::callEdited);

    panel.setCall(oddCall(), {});

    EXPECT_EQ(edited.count(), 0);
    EXPECT_EQ(panel.call(), oddCall());
}

TEST(WirePanel, ShowsTheBytesAndTheSize)
{
    gui::WirePanel panel(catalogue());
    const auto request = dcs::encode(oddCall());
    ASSERT_TRUE(request);

    panel.setRequest(request);

    const QString shown = child<QPlainTextEdit>(panel, "bytesEdit").toPlainText();
    EXPECT_EQ(shown.toUtf8().replace("\n", "\r\n"), request->bytes);
    EXPECT_EQ(child<QProgressBar>(panel, "sizeBar").value(), request->requestLine().size());
    child<QPushButton>(panel, "copyButton").click();
    EXPECT_EQ(QGuiApplication::clipboard()->text().toUtf8(), request->bytes);
}

TEST(WirePanel, SaysWhyThereIsNoRequest)
{
    gui::WirePanel panel(catalogue());

    panel.setRequest(dcs::Error{dcs::Errc::NotSendable, u"No Host."_s, u"Type an alias."_s, {}});

    EXPECT_EQ(child<QLabel>(panel, "problemLabel").text(), u"No Host. Type an alias."_s);
    EXPECT_FALSE(child<QPushButton>(panel, "copyButton").isEnabled());
}

TEST(FindingsPanel, AMendIsOneClick)
{
    dcs::Call call = oddCall();
    dcs::setOption(call, u"d_cb"_s, u"f"_s);
    dcs::setOption(call, u"d_rtbd"_s, std::nullopt);
    const QList<dcs::Finding> findings = dcs::check(call, catalogue());
    gui::FindingsPanel panel;
    QSignalSpy mend(&panel, &gui::FindingsPanel::mendRequested);
    panel.setFindings(findings);
    auto &view = child<QTableView>(panel, "findingsView");

    for (int row = 0; row < findings.size(); ++row) {
        view.setCurrentIndex(view.model()->index(row, 0));
        EXPECT_EQ(child<QPushButton>(panel, "mendButton").isEnabled(), !findings[row].mend.isEmpty());
        if (!findings[row].mend.isEmpty())
            child<QPushButton>(panel, "mendButton").click();
    }

    EXPECT_GT(mend.count(), 0);
}

namespace {

class NoPrompts : public gui::Prompts
{
public:
    std::optional<Target> presetTarget(const Target &, const QStringList &) override { return std::nullopt; }
    std::optional<QString> text(const QString &, const QString &, const QString &) override
    {
        return std::nullopt;
    }
    bool confirm(const QString &, const QString &, const QString &) override { return false; }
    std::optional<QString> openFile(const QString &, const QString &) override { return u"/tmp/ca.pem"_s; }
    std::optional<QString> saveFile(const QString &, const QString &) override { return std::nullopt; }
    std::optional<QString> folder(const QString &, const QString &) override { return std::nullopt; }
};

} // namespace

TEST(OptionsPanel, GivesBackWhatItWasGivenAndReportsEdits)
{
    NoPrompts prompts;
    gui::OptionsPanel panel(prompts);
    QSignalSpy edited(&panel, &gui::OptionsPanel::optionsEdited);
    dcs::SendOptions options;
    options.connectTo = dcs::HostPort{u"::1"_s, 8443};
    options.timeout = std::chrono::milliseconds(1500);
    options.proxy = {dcs::SendOptions::Proxy::Kind::Http, u"proxy"_s, 3128, u"me"_s, {}};
    options.insecure = true;
    panel.setOptions(options);
    EXPECT_EQ(edited.count(), 0);
    EXPECT_EQ(child<QLineEdit>(panel, "connectToEdit").text(), u"[::1]:8443"_s);

    child<QPushButton>(panel, "caButton").click();

    options.caFile = u"/tmp/ca.pem"_s;
    EXPECT_EQ(panel.options(), options);
    EXPECT_EQ(edited.count(), 1);
}

TEST(UrlEdit, HandsOutAPastedCurlLineWholeAndInsertsTheRest)
{
    gui::UrlEdit edit;
    QSignalSpy pasted(&edit, &gui::UrlEdit::callPasted);

    edit.pasteText(u"curl 'https://usw2.demdex.net/event' \\\n -H 'Host: acme.demdex.net'"_s);
    edit.pasteText(u"c_x=1"_s);

    ASSERT_EQ(pasted.count(), 1);
    EXPECT_TRUE(pasted[0][0].toByteArray().contains('\n'));
    EXPECT_EQ(edit.text(), u"c_x=1"_s);
}

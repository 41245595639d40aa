// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/calltab.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "gui/answerpanel.h"
#include "gui/answersummary.h"
#include "gui/callpanel.h"
#include "gui/callurl.h"
#include "gui/expectpanel.h"
#include "gui/findingspanel.h"
#include "gui/flowbox.h"
#include "gui/headerspanel.h"
#include "gui/optionspanel.h"
#include "gui/parameterspanel.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/severity.h"
#include "gui/wirepanel.h"
#include "gui/wiretext.h"
#include "interop/anycall.h"
#include "interop/environment.h"
#include "interop/secretmark.h"
#include "store/keychain.h"
#include "ui_calltab.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTabBar>
#include <QToolButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

/// Send as it looks where calls are for real.
QPalette livePalette(const QString &color)
{
    const QColor chosen(color);
    const QColor button = chosen.isValid() ? chosen : QColor(0xb3, 0x26, 0x1e);
    const QColor text = button.lightnessF() < 0.5F ? Qt::white : Qt::black;
    QPalette palette;
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    return palette;
}

} // namespace

CallTab::CallTab(Services &services, CallDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CallTab>())
    , m_services(services)
    , m_document(document)
{
    m_ui->setupUi(this);
    m_ui->targetBox->flow();
    m_ui->methodCombo->addItems({u"GET"_s, u"POST"_s});
    m_ui->callSplitter->setStretchFactor(0, 0);
    m_ui->answerPage->setMinimumHeight(fontMetrics().height() * 8);
    m_ui->callSplitter->setStretchFactor(1, 1);
    const int line = fontMetrics().height();
    m_ui->callSplitter->setSizes({19 * line, 24 * line});
    m_stale.fill(true);
    makeFindingsButton();
    connectUrlRow();
    connectDocument();
    makePart(FormPart);
    showEnvironments();
    showDocument();
}

CallTab::~CallTab()
{
    m_document.setCookies({});
}

void CallTab::makeFindingsButton()
{
    m_findingsButton = new QToolButton(this);
    m_findingsButton->setObjectName(u"findingsButton"_s);
    m_findingsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_findingsButton->setAutoRaise(true);
    m_findingsButton->setFocusPolicy(Qt::StrongFocus);
    m_ui->requestTabs->setCornerWidget(m_findingsButton);
    connect(m_findingsButton, &QToolButton::clicked, this, &CallTab::showFindings);
}

void CallTab::connectUrlRow()
{
    connect(m_ui->methodCombo, &QComboBox::activated, this, [this] {
        dcs::Call call = m_document.call();
        dcs::setMethod(call, m_ui->methodCombo->currentText().toLatin1());
        m_document.editCall(call, tr("Change method"), {});
    });
    connect(m_ui->urlEdit, &QLineEdit::textEdited, this, &CallTab::editUrl);
    connect(m_ui->urlEdit, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = m_ui->urlEdit->text(); text.startsWith(u"curl "_s))
            readCall(text.toUtf8());
    });
    connect(m_ui->urlEdit, &UrlEdit::callPasted, this, &CallTab::readCall);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &CallTab::send);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &CallTab::cancel);
    connect(m_ui->environmentCombo, &QComboBox::activated, this, [this](int index) {
        m_services.environments().choose(m_ui->environmentCombo->itemData(index).toString());
    });
    connect(m_ui->requestTabs, &QTabWidget::currentChanged, this, [this](int part) {
        makePart(part);
        showPart(part);
    });
}

void CallTab::connectDocument()
{
    connect(&m_document, &CallDocument::changed, this, &CallTab::showDocument);
    connect(&m_document, &CallDocument::titleChanged, this, &CallTab::showEnvironments);
    m_document.setCookies(
        [this](dcs::Call &call) { m_services.addCookies(m_document.draft(), m_document.place(), call); });
    connect(&m_services.environments(), &Environments::changed, this, &CallTab::showEnvironments);
    // Cookies and proxy are the environment's, too.
    connect(
        &m_services.environments(), &Environments::changed, &m_document, &CallDocument::renewDynamicValues);
    connect(&m_services, &Services::cookiesChanged, &m_document, &CallDocument::renewDynamicValues);
    connect(&m_services, &Services::failed, this, &CallTab::failed);
    connect(&m_services.sandbox(), &BuiltInSandbox::started, this, [this] {
        showTarget();
        if (std::exchange(m_waitsForSandbox, false))
            sendNow();
    });
    connect(&m_services.sandbox(), &BuiltInSandbox::failed, this, [this](const dcs::Error &error) {
        if (!std::exchange(m_waitsForSandbox, false))
            return;
        updateSending();
        Q_EMIT failed(error);
    });
}

int CallTab::part() const
{
    return m_ui->requestTabs->currentIndex();
}

void CallTab::setPart(int part)
{
    m_ui->requestTabs->setCurrentIndex(std::clamp(part, 0, int(PartCount) - 1));
}

void CallTab::makePart(int part)
{
    QWidget *page = m_ui->requestTabs->widget(part);
    if (!page || page->layout()->count() > 0)
        return;
    page->layout()->addWidget(newPanel(part));
    m_stale[size_t(part)] = true;
}

QWidget *CallTab::newPanel(int part)
{
    switch (part) {
    case FormPart:
        return newFormPanel();
    case ParametersPart:
        m_parameters = new ParametersPanel(m_document.catalogue());
        connect(m_parameters, &ParametersPanel::callEdited, &m_document, &CallDocument::editCall);
        return m_parameters;
    case HeadersPart:
        m_headers = new HeadersPanel;
        connect(m_headers, &HeadersPanel::callEdited, &m_document, &CallDocument::editCall);
        return m_headers;
    case ExpectPart:
        return newExpectPanel();
    case OptionsPart:
        return newOptionsPanel();
    case WirePart:
        m_wire = new WirePanel(m_document.catalogue());
        connect(m_wire, &WirePanel::copyCurlRequested, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(asCurl())); });
        return m_wire;
    default:
        return newFindingsPanel();
    }
}

QWidget *CallTab::newFormPanel()
{
    m_form = new CallPanel(m_document.catalogue());
    connect(m_form, &CallPanel::draftEdited, &m_document, &CallDocument::edit);
    return m_form;
}

QWidget *CallTab::newExpectPanel()
{
    m_expect = new ExpectPanel;
    connect(m_expect, &ExpectPanel::linesEdited, this, &CallTab::editExpectations);
    return m_expect;
}

QWidget *CallTab::newOptionsPanel()
{
    m_options = new OptionsPanel(m_services.prompts());
    connect(m_options, &OptionsPanel::optionsEdited, this,
        [this](const dcs::SendOptions &options, const QByteArray &field) {
            Draft draft = m_document.draft();
            draft.options = options;
            draft.sandbox = draft.sandbox && !options.connectTo;
            m_document.edit(draft, tr("Change options"), field);
        });
    connect(m_options, &OptionsPanel::keepPasswordRequested, this, &CallTab::keepPassword);
    return m_options;
}

void CallTab::keepPassword(const QString &password)
{
    const auto name
        = m_services.prompts().text(tr("Keep the password in the keychain"), tr("Name"), u"proxy-password"_s);
    if (!name)
        return;
    if (!interop::isSecretName(*name)) {
        Q_EMIT failed(interop::noSecretName(*name));
        return;
    }
    m_services.keychain().write(*name, password, this, [this, name = *name](const dcs::Result<void> &kept) {
        if (!kept) {
            Q_EMIT failed(kept.error());
            return;
        }
        Draft draft = m_document.draft();
        draft.options.proxy.password = u"{{$keychain %1}}"_s.arg(name);
        m_document.edit(draft, tr("Keep the password in the keychain"));
    });
}

QWidget *CallTab::newFindingsPanel()
{
    m_findings = new FindingsPanel;
    connect(m_findings, &FindingsPanel::mendRequested, &m_document, &CallDocument::mend);
    connect(m_findings, &FindingsPanel::fieldRequested, this, &CallTab::focusField);
    return m_findings;
}

void CallTab::showDocument()
{
    m_stale.fill(true);
    setUrlProblem({});
    showVariables();
    showUrlRow();
    showTarget();
    showCounts();
    showPart(part());
    updateSending();
}

void CallTab::showUrlRow()
{
    const dcs::Call &call = m_document.call();
    const QString method = wireText(call.method);
    if (m_ui->methodCombo->findText(method) < 0)
        m_ui->methodCombo->addItem(method);
    m_ui->methodCombo->setCurrentText(method);
    const QString url = wireText(dcs::url(call));
    if (m_ui->urlEdit->text() == url)
        return;
    const int cursor = m_ui->urlEdit->cursorPosition();
    const bool focus = m_ui->urlEdit->hasFocus();
    m_ui->urlEdit->setText(url);
    m_ui->urlEdit->setCursorPosition(focus ? cursor : 0);
}

void CallTab::showTarget()
{
    const Draft &draft = m_document.draft();
    setPlainText(*m_ui->hostValue, wireText(dcs::hostHeader(draft.call)), 80);
    const dcs::SendOptions options
        = m_services.sendOptions(draft, m_document.place()).value_or(draft.options);
    const QString host = options.connectTo ? options.connectTo->host : wireText(draft.call.connectHost);
    const quint16 port = options.connectTo ? options.connectTo->port : draft.call.port;
    QString target = u"%1:%2"_s.arg(dcs::visible(host, 60), QString::number(port));
    if (draft.sandbox)
        target = m_services.sandbox().isRunning() ? tr("sandbox, %1").arg(target)
                                                  : tr("sandbox, not started yet");
    m_ui->connectsValue->setText(target);
    setPlainText(*m_ui->tlsValue, draft.call.tls ? wireText(draft.call.connectHost) : tr("no TLS"), 80);
    m_ui->insecureLabel->setVisible(draft.call.tls && options.insecure);
    const auto &request = m_document.request();
    m_ui->sizeValue->setText(
        request ? callSizeText(callSize(*request, m_document.catalogue().limits())) : u"–"_s);
}

void CallTab::showCounts()
{
    const auto count = [this](int part, const QString &title, qsizetype n) {
        m_ui->requestTabs->setTabText(part, n > 0 ? u"%1 %2"_s.arg(title, QString::number(n)) : title);
        // A name that does not change with the count is easier to find, and not the name of the table on the
        // page.
        m_ui->requestTabs->tabBar()->setAccessibleTabName(part, title.toLower());
    };
    count(ParametersPart, tr("Parameters"), m_document.call().parameters.size());
    count(HeadersPart, tr("Headers"), m_document.call().headers.size());
    count(ExpectPart, tr("Expect"), m_document.draft().expectations.size());
    const QList<dcs::Finding> &findings = m_document.findings();
    count(FindingsPart, tr("Findings"), findings.size());
    m_findingsButton->setVisible(!findings.isEmpty());
    if (findings.isEmpty())
        return;
    const auto worst = std::min_element(findings.begin(), findings.end(),
        [](const dcs::Finding &a, const dcs::Finding &b) { return a.severity < b.severity; });
    m_findingsButton->setIcon(severityIcon(worst->severity));
    m_findingsButton->setText(QString::number(findings.size()));
    m_findingsButton->setAccessibleName(tr("%n findings", nullptr, int(findings.size())));
    m_findingsButton->setToolTip(plainToolTip(worst->message + u'\n' + worst->fix));
}

void CallTab::showPart(int part)
{
    if (!std::exchange(m_stale[size_t(part)], false))
        return;
    const Draft &draft = m_document.draft();
    switch (part) {
    case FormPart:
        m_form->setDraft(draft);
        break;
    case ParametersPart:
        m_parameters->setCall(draft.call);
        m_parameters->setFindings(m_document.findings());
        break;
    case HeadersPart:
        m_headers->setCall(
            draft.call, m_document.request() ? m_document.request()->headers() : QList<dcs::Header>());
        break;
    case ExpectPart:
        m_expect->setLines(draft.expectations);
        m_expect->setOutcomes(m_outcomes);
        break;
    case OptionsPart:
        m_options->setOptions(draft.options);
        break;
    case WirePart:
        m_wire->setRequest(m_document.request());
        break;
    default:
        m_findings->setFindings(m_document.findings());
    }
}

void CallTab::showEnvironments()
{
    const Environments &environments = m_services.environments();
    m_ui->environmentCombo->clear();
    m_ui->environmentCombo->addItem(tr("none"), QString());
    for (const interop::Environment &environment : environments.list(m_document.place()))
        m_ui->environmentCombo->addItem(dcs::visible(environment.name, 60), environment.name);
    const interop::Environment *current = environments.current(m_document.place());
    m_ui->environmentCombo->setCurrentIndex(current ? m_ui->environmentCombo->findData(current->name) : 0);
    const bool live = current && current->live;
    m_ui->sendButton->setPalette(live ? livePalette(current->color) : QPalette());
    m_ui->sendButton->setText(live ? tr("Send live") : tr("Send"));
    QFont font = m_ui->sendButton->font();
    font.setBold(true);
    m_ui->sendButton->setFont(font);
    showVariables();
}

// Values of the environment, of the file that the call stands in, and what was captured.
void CallTab::showVariables()
{
    const Environments &environments = m_services.environments();
    m_document.setVariables(environments.valuesFor(m_document.place()));
    const interop::Environment *current = environments.current(m_document.place());
    const QMap<QString, QString> values = m_document.variables();
    QStringList names = interop::variablesOf(m_document.call());
    for (const QString &line : m_document.draft().expectations)
        names += interop::variablesOf(line);
    names.removeDuplicates();
    QStringList texts;
    for (const QString &name : std::as_const(names)) {
        const QString variable = u"{{%1}}"_s.arg(name);
        const QString value = m_document.resolvedText(variable);
        const bool isPrivate
            = current && current->privateNames.contains(name) && current->values.value(name) == value;
        if (value == variable)
            texts.append(tr("%1 has no value").arg(variable));
        else
            texts.append(u"%1 = %2"_s.arg(variable, isPrivate ? tr("private") : dcs::visible(value, 100)));
    }
    for (const QString &line : m_document.place().preset.captures) {
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (environments.captured().contains(name) && !names.contains(name))
            texts.append(
                tr("captured %1 = %2")
                    .arg(dcs::visible(name, 40), dcs::visible(environments.captured().value(name), 100)));
    }
    m_ui->variablesLabel->setVisible(!texts.isEmpty());
    setPlainText(*m_ui->variablesLabel, tr("Variables: %1").arg(texts.join(u" · "_s)), 1000);
}

void CallTab::editUrl(const QString &text)
{
    if (text.startsWith(u"curl "_s)) // read as a whole on Return, not letter by letter
        return;
    const auto call
        = withUrl(m_document.call(), wireBytes(text, dcs::url(m_document.call())), m_document.catalogue());
    if (call)
        m_document.editCall(*call, tr("Edit URL"), "url");
    setUrlProblem(call ? QString() : call.error().message + u' ' + call.error().remedy);
}

void CallTab::setUrlProblem(const QString &problem)
{
    setPlainText(*m_ui->urlProblem, problem);
    m_ui->urlProblem->setVisible(!problem.isEmpty());
}

void CallTab::readCall(const QByteArray &text)
{
    const auto read = interop::readAnyCall(text);
    if (!read) {
        Q_EMIT failed(read.error());
        return;
    }
    Draft draft = m_document.draft();
    draft.call = read->call;
    const bool hasOptions = read->options != dcs::SendOptions();
    if (hasOptions) {
        draft.options = read->options;
        draft.sandbox = draft.sandbox && !read->options.connectTo;
    }
    m_document.edit(draft, tr("Paste call"));
    if (!read->notes.isEmpty())
        Q_EMIT message(dcs::Severity::Warning, read->notes.join(u' '));
}

} // namespace gui

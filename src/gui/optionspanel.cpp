// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/optionspanel.h"

#include "gui/flowbox.h"
#include "gui/prompts.h"
#include "interop/proxytext.h"
#include "ui_optionspanel.h"

#include <QSignalBlocker>

namespace gui {

using dcs::SendOptions;

namespace {

/// "host:port", "[::1]:port"; the port may be missing while it is typed.
dcs::HostPort hostPort(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const bool hasPort = colon > text.lastIndexOf(u']');
    QString host = hasPort ? text.left(colon) : text;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    return {host.trimmed(), hasPort ? text.mid(colon + 1).trimmed().toUShort() : quint16(0)};
}

QString hostPortText(const dcs::HostPort &address)
{
    if (address.host.isEmpty())
        return {};
    const QString host = address.host.contains(u':') ? u'[' + address.host + u']' : address.host;
    return address.port == 0 ? host : host + u':' + QString::number(address.port);
}

void showText(QLineEdit &edit, const QString &text)
{
    if (!edit.hasFocus() && edit.text() != text)
        edit.setText(text);
}

} // namespace

OptionsPanel::OptionsPanel(Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::OptionsPanel>())
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    m_ui->optionBox->flow();
    m_ui->timeoutSpin->setRange(0.1, 3600);
    setOptions({});
    connectEdits();
}

OptionsPanel::~OptionsPanel() = default;

void OptionsPanel::connectEdits()
{
    connect(m_ui->timeoutSpin, &QDoubleSpinBox::valueChanged, this, [this] { edit("timeout"); });
    connect(m_ui->redirectsSpin, &QSpinBox::valueChanged, this, [this] { edit("redirects"); });
    connect(m_ui->ipCombo, &QComboBox::activated, this, [this] { edit({}); });
    connect(m_ui->proxyCombo, &QComboBox::activated, this, [this] { edit({}); });
    connect(m_ui->cookiesCombo, &QComboBox::activated, this, [this] { edit({}); });
    connect(m_ui->keepButton, &QPushButton::clicked, this,
        [this] { Q_EMIT keepPasswordRequested(m_ui->proxyPasswordEdit->text()); });
    connect(m_ui->proxyPasswordEdit, &QLineEdit::textChanged, this, &OptionsPanel::showPassword);
    connect(m_ui->insecureCheck, &QCheckBox::clicked, this, [this] { edit({}); });
    for (QLineEdit *line : {m_ui->connectToEdit, m_ui->proxyEdit, m_ui->proxyUserEdit,
             m_ui->proxyPasswordEdit, m_ui->caEdit, m_ui->certificateEdit, m_ui->keyEdit})
        connect(line, &QLineEdit::textEdited, this, [this, line] { edit(line->objectName().toLatin1()); });
    connect(m_ui->caButton, &QPushButton::clicked, this,
        [this] { chooseFile(*m_ui->caEdit, tr("Choose a CA file")); });
    connect(m_ui->certificateButton, &QPushButton::clicked, this,
        [this] { chooseFile(*m_ui->certificateEdit, tr("Choose a client certificate")); });
    connect(m_ui->keyButton, &QPushButton::clicked, this,
        [this] { chooseFile(*m_ui->keyEdit, tr("Choose a client key")); });
}

void OptionsPanel::setOptions(const SendOptions &options)
{
    m_options = options;
    const QSignalBlocker quietTimeout(m_ui->timeoutSpin);
    const QSignalBlocker quietRedirects(m_ui->redirectsSpin);
    m_ui->timeoutSpin->setValue(double(options.timeout.count()) / 1000);
    m_ui->redirectsSpin->setValue(options.followRedirects);
    m_ui->ipCombo->setCurrentIndex(int(options.ipVersion));
    m_ui->proxyCombo->setCurrentIndex(int(options.proxy.kind));
    m_ui->cookiesCombo->setCurrentIndex(int(options.cookies));
    m_ui->insecureCheck->setChecked(options.insecure);
    showText(*m_ui->connectToEdit, options.connectTo ? hostPortText(*options.connectTo) : QString());
    showText(*m_ui->proxyEdit, hostPortText({options.proxy.host, options.proxy.port}));
    showText(*m_ui->proxyUserEdit, options.proxy.user);
    if (m_ui->proxyPasswordEdit->text() != options.proxy.password)
        m_ui->proxyPasswordEdit->setText(options.proxy.password); // the keychain's button changes it, too
    showPassword();
    showText(*m_ui->caEdit, options.caFile);
    showText(*m_ui->certificateEdit, options.clientCertificateFile);
    showText(*m_ui->keyEdit, options.clientKeyFile);
}

/// The name of a secret is no secret.
void OptionsPanel::showPassword()
{
    const QString text = m_ui->proxyPasswordEdit->text();
    const bool names = interop::isReference(text);
    m_ui->proxyPasswordEdit->setEchoMode(names ? QLineEdit::Normal : QLineEdit::Password);
    m_ui->keepButton->setEnabled(!names && !text.isEmpty());
}

void OptionsPanel::edit(const QByteArray &field)
{
    SendOptions options = m_options;
    options.timeout = std::chrono::milliseconds(qRound64(m_ui->timeoutSpin->value() * 1000));
    options.followRedirects = m_ui->redirectsSpin->value();
    options.ipVersion = SendOptions::IpVersion(m_ui->ipCombo->currentIndex());
    options.cookies = SendOptions::Cookies(m_ui->cookiesCombo->currentIndex());
    options.insecure = m_ui->insecureCheck->isChecked();
    const QString connectTo = m_ui->connectToEdit->text().trimmed();
    options.connectTo = connectTo.isEmpty() ? std::nullopt : std::optional(hostPort(connectTo));
    const dcs::HostPort proxy = hostPort(m_ui->proxyEdit->text().trimmed());
    options.proxy = {SendOptions::Proxy::Kind(m_ui->proxyCombo->currentIndex()), proxy.host, proxy.port,
        m_ui->proxyUserEdit->text(), m_ui->proxyPasswordEdit->text()};
    options.caFile = m_ui->caEdit->text();
    options.clientCertificateFile = m_ui->certificateEdit->text();
    options.clientKeyFile = m_ui->keyEdit->text();
    if (options == m_options)
        return;
    m_options = options;
    Q_EMIT optionsEdited(m_options, field.isEmpty() ? QByteArray() : "options." + field);
}

void OptionsPanel::chooseFile(QLineEdit &target, const QString &title)
{
    if (const auto file
        = m_prompts.openFile(title, tr("Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)"))) {
        target.setText(*file);
        edit({});
    }
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/environmentdialog.h"

#include "batch/cookiefile.h"
#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "interop/environmentoptions.h"
#include "interop/proxytext.h"
#include "ui_environmentdialog.h"

#include <QLocale>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

dcs::Result<void> writeKeys(
    const QString &folder, const QString &environment, const QMap<QString, QByteArray> &keys)
{
    const store::Workspace workspace(folder);
    const auto file = workspace.environmentFile(true);
    if (!file)
        return file.error();
    const auto changed
        = interop::withEnvironmentKeys(*file, store::Workspace::environmentFileName(true), environment, keys);
    return changed ? workspace.writeEnvironmentFile(true, *changed) : dcs::Result<void>(changed.error());
}

} // namespace

EnvironmentDialog::EnvironmentDialog(Services &services, const PresetPlace &place, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::EnvironmentDialog>())
    , m_services(services)
    , m_place(place)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_ui->cookies->setColumns({tr("Name"), tr("Value"), tr("Domain"), tr("Path"), tr("Until")});
    connect(m_ui->caButton, &QPushButton::clicked, this,
        [this] { chooseFile(*m_ui->caEdit, tr("Choose a CA file")); });
    connect(m_ui->certificateButton, &QPushButton::clicked, this,
        [this] { chooseFile(*m_ui->certificateEdit, tr("Choose a client certificate")); });
    connect(m_ui->keyButton, &QPushButton::clicked, this,
        [this] { chooseFile(*m_ui->keyEdit, tr("Choose a client key")); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &EnvironmentDialog::save);
    connect(m_ui->clearButton, &QPushButton::clicked, this, &EnvironmentDialog::clearCookies);
    connect(&m_services, &Services::cookiesChanged, this, &EnvironmentDialog::showCookies);
    connect(&m_services.environments(), &Environments::changed, this, [this] {
        // A captured value changes nothing here, and what is being typed stays.
        const interop::Environment *now = m_services.environments().current(m_place);
        if ((now ? now->name : QString()) != m_name
            || (now ? now->sending : QMap<QString, QString>()) != m_read)
            showEnvironment();
    });
    showEnvironment();
    showCookies();
}

EnvironmentDialog::~EnvironmentDialog() = default;

void EnvironmentDialog::showEnvironment()
{
    const interop::Environment *environment = m_services.environments().current(m_place);
    m_ui->fields->setEnabled(environment);
    m_ui->saveButton->setEnabled(environment);
    setPlainText(*m_ui->introLabel,
        environment
            ? tr("What calls of “%1” do not say themselves in their options. Saved in "
                 "http-client.private.env.json of the workspace.")
                  .arg(dcs::visible(environment->name, 60))
            : tr("No environment is chosen: proxy, CA and client certificate belong to one. The cookies "
                 "below are those of calls without an environment that keep theirs (Options)."));
    const QMap<QString, QString> sending = environment ? environment->sending : QMap<QString, QString>();
    m_name = environment ? environment->name : QString();
    m_read = sending;
    m_shown = sending;
    m_ui->proxyEdit->setText(sending.value(u"dcs-proxy"_s));
    m_ui->caEdit->setText(sending.value(u"dcs-ca"_s));
    m_ui->certificateEdit->setText(sending.value(u"dcs-cert"_s));
    m_ui->keyEdit->setText(sending.value(u"dcs-key"_s));
    m_ui->cookiesCheck->setChecked(sending.value(u"dcs-cookies"_s) == u"true");
}

void EnvironmentDialog::showCookies()
{
    const QList<QNetworkCookie> cookies = m_services.cookies(m_place).jar().cookies();
    const QLocale locale;
    QList<QStringList> rows;
    for (const QNetworkCookie &cookie : cookies)
        rows.append({QString::fromUtf8(cookie.name()), QString::fromUtf8(cookie.value()), cookie.domain(),
            cookie.path(),
            cookie.isSessionCookie()
                ? tr("cleared")
                : locale.toString(cookie.expirationDate().toLocalTime(), QLocale::ShortFormat)});
    m_ui->cookies->setRows(rows);
    m_ui->clearButton->setEnabled(!rows.isEmpty());
    setPlainText(
        *m_ui->cookiesLabel, rows.isEmpty() ? tr("The cookie jar is empty.") : tr("In the cookie jar:"));
}

void EnvironmentDialog::chooseFile(QLineEdit &target, const QString &title)
{
    const auto file = m_services.prompts().openFile(
        title, tr("Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)"));
    if (file)
        target.setText(*file);
}

dcs::Result<QMap<QString, QByteArray>> EnvironmentDialog::changedKeys() const
{
    const QString typed = m_ui->proxyEdit->text().trimmed();
    const bool isAsBefore = typed == m_shown.value(u"dcs-proxy"_s);
    const auto proxy = isAsBefore ? dcs::Result<QString>(typed) : interop::proxyForFile(typed);
    if (!proxy)
        return proxy.error();
    const QMap<QString, QString> &before = m_shown;
    QMap<QString, QByteArray> out;
    const std::pair<QString, QString> texts[]
        = {{u"dcs-proxy"_s, *proxy}, {u"dcs-ca"_s, m_ui->caEdit->text().trimmed()},
            {u"dcs-cert"_s, m_ui->certificateEdit->text().trimmed()},
            {u"dcs-key"_s, m_ui->keyEdit->text().trimmed()}};
    for (const auto &[key, text] : texts) {
        if (before.value(key) != text)
            out.insert(key, interop::keyText(text));
    }
    const bool cookies = m_ui->cookiesCheck->isChecked();
    if ((before.value(u"dcs-cookies"_s) == u"true") != cookies)
        out.insert(u"dcs-cookies"_s, cookies ? "true" : "false");
    return out;
}

void EnvironmentDialog::save()
{
    const auto keys = changedKeys();
    if (!keys)
        return showProblem(keys.error());
    m_ui->saveButton->setEnabled(false);
    m_services.files().run(
        this,
        [folder = m_services.environments().folderOf(m_place),
            environment = m_services.environments().currentName(),
            keys = *keys] { return writeKeys(folder, environment, keys); },
        [this, keys = *keys](const dcs::Result<void> &written) {
            m_ui->saveButton->setEnabled(!m_name.isEmpty());
            if (!written)
                return showProblem(written.error());
            for (auto key = keys.begin(); key != keys.end(); ++key)
                m_shown.remove(key.key()); // a second Save before it was read again writes it again
            Q_EMIT saved();
            setPlainText(*m_ui->messageLabel, tr("Saved."));
        });
}

void EnvironmentDialog::clearCookies()
{
    if (m_services.prompts().confirm(tr("Clear the cookie jar"),
            tr("This removes %n cookies for good.", nullptr, m_ui->cookies->model()->rowCount()),
            tr("Clear")))
        m_services.cookies(m_place).clear();
}

void EnvironmentDialog::showProblem(const dcs::Error &error)
{
    setPlainText(*m_ui->messageLabel, error.message + u' ' + error.remedy);
}

} // namespace gui

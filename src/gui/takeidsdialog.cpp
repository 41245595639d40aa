// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/takeidsdialog.h"

#include "dcs/catalogue.h"
#include "dcs/encode.h"
#include "gui/calldocument.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/services.h"
#include "gui/takeids.h"
#include "interop/environment.h"
#include "store/files.h"
#include "store/historythread.h"
#include "ui_takeidsdialog.h"

#include <QDateTime>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

dcs::Result<QList<dcs::Ids>> findNow(const QByteArray &text, const dcs::Catalogue &catalogue)
{
    return dcs::findIds(text, catalogue, QDateTime::currentSecsSinceEpoch());
}

QString sourceText(dcs::Ids::Source source)
{
    switch (source) {
    case dcs::Ids::Source::Amcv:
        return TakeIdsDialog::tr("AMCV cookie");
    case dcs::Ids::Source::Id:
        return TakeIdsDialog::tr("/id answer");
    case dcs::Ids::Source::Dcs:
        return TakeIdsDialog::tr("DCS answer");
    }
    return {};
}

QString userText(const dcs::Ids &ids)
{
    QStringList texts;
    if (!ids.uuid.isEmpty())
        texts.append(TakeIdsDialog::tr("UUID %1").arg(ids.uuid));
    if (!ids.mid.isEmpty())
        texts.append(TakeIdsDialog::tr("ECID %1").arg(ids.mid));
    return texts.join(u", "_s);
}

QString regionText(const dcs::Ids &ids)
{
    if (!ids.region)
        return {};
    const QString number = QString::number(*ids.region);
    return ids.regionHost.isEmpty() ? number : u"%1 · %2"_s.arg(number, QString::fromUtf8(ids.regionHost));
}

QStringList rowOf(const dcs::Ids &ids)
{
    QStringList findings;
    for (const dcs::Finding &finding : ids.findings)
        findings.append(finding.message);
    return {sourceText(ids.source), userText(ids), regionText(ids), ids.orgId, findings.join(u' ')};
}

bool isUseful(const dcs::Ids &ids)
{
    return !ids.uuid.isEmpty() || !ids.mid.isEmpty() || !ids.regionHost.isEmpty();
}

} // namespace

TakeIdsDialog::TakeIdsDialog(Services &services, CallDocument &document, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TakeIdsDialog>())
    , m_services(services)
    , m_document(document)
{
    m_ui->setupUi(this);
    m_ui->found->setColumns({tr("Source"), tr("User ID"), tr("Region"), tr("Organization"), tr("Findings")});
    m_ui->orgEdit->setText(dcs::option(document.call(), u"d_orgid").value_or(QString()));
    setPlainText(*m_ui->whereLabel,
        document.draft().sandbox ? tr("Both questions go to the built-in sandbox and into the history.")
                                 : tr("The questions go to dpm.demdex.net and to %1, and into the history.")
                                       .arg(QString::fromUtf8(document.call().connectHost)));
    connectButtons();
    m_ui->inputEdit->setFocus();
    show({});
}

TakeIdsDialog::~TakeIdsDialog() = default;

void TakeIdsDialog::connectButtons()
{
    connect(m_ui->inputEdit, &QPlainTextEdit::textChanged, this,
        [this] { read(m_ui->inputEdit->toPlainText().toUtf8()); });
    connect(m_ui->openButton, &QPushButton::clicked, this, &TakeIdsDialog::openFile);
    connect(m_ui->historyButton, &QPushButton::clicked, this, &TakeIdsDialog::readLastAnswer);
    connect(m_ui->askMidButton, &QPushButton::clicked, this, &TakeIdsDialog::askForMid);
    connect(m_ui->orgEdit, &QLineEdit::returnPressed, this, &TakeIdsDialog::askForMid);
    connect(m_ui->askUuidButton, &QPushButton::clicked, this, &TakeIdsDialog::askForUuid);
    connect(m_ui->takeButton, &QPushButton::clicked, this, &TakeIdsDialog::takeOver);
    connect(m_ui->found->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &TakeIdsDialog::showCurrent);
    connect(m_ui->found, &QTableView::doubleClicked, this, &TakeIdsDialog::takeOver);
    m_ui->buttons->button(QDialogButtonBox::Close)
        ->setAutoDefault(false); // Enter in a field is for the field
}

void TakeIdsDialog::read(const QByteArray &text)
{
    if (text.trimmed().isEmpty()) {
        m_reading.drop();
        show({});
        return;
    }
    m_reading.run([text, catalogue = &m_services.catalogue()] { return findNow(text, *catalogue); },
        [this](const dcs::Result<QList<dcs::Ids>> &ids) {
            show(ids.value_or(QList<dcs::Ids>()));
            if (!ids)
                showProblem(ids.error());
        });
}

void TakeIdsDialog::openFile()
{
    const auto name = m_services.prompts().openFile(
        tr("Cookie, answer or HAR"), tr("Texts (*.har *.json *.txt);;All files (*)"));
    if (!name)
        return;
    const auto bytes = store::readFile(*name);
    if (bytes)
        read(*bytes); // not by way of the text field, which is slow with large files and changes bytes
    else
        showProblem(bytes.error());
}

void TakeIdsDialog::readLastAnswer()
{
    constexpr int channel = 40; // of this dialog's own: the list goes on loading
    store::HistoryFilter answered;
    answered.status = u"200"_s;
    m_services.history().page(
        answered, std::nullopt, 1, channel, this, [this](const dcs::Result<QList<store::HistoryRow>> &rows) {
            if (!rows)
                return showProblem(rows.error());
            if (rows->isEmpty())
                return showProblem(
                    {dcs::Errc::NotFound, tr("There is no answer in the history yet."), {}, {}});
            m_services.history().entry(
                rows->first().id, this, [this](const dcs::Result<store::HistoryEntry> &entry) {
                    if (entry)
                        read(entry->exchange.responseHead + entry->exchange.body);
                    else
                        showProblem(entry.error());
                });
        });
}

void TakeIdsDialog::askForMid()
{
    const QString organization = m_ui->orgEdit->text().trimmed();
    if (organization.isEmpty()) {
        m_ui->orgEdit->setFocus();
        showProblem({dcs::Errc::Usage, tr("An ECID belongs to an organization."),
            tr("Enter its ID: 24 letters and digits, then @AdobeOrg."), {}});
        return;
    }
    dcs::Call call = gui::askForMid(organization);
    call.tls = m_document.call().tls;
    call.port = call.tls ? 443 : 80;
    ask(call);
}

void TakeIdsDialog::askForUuid()
{
    const auto &resolved = m_document.resolved(); // alias and region may be variables
    if (resolved)
        ask(gui::askForUuid(*resolved));
    else
        showProblem(resolved.error());
}

void TakeIdsDialog::ask(const dcs::Call &call)
{
    const bool sandbox = m_document.draft().sandbox;
    if (m_sending || (!sandbox && !m_services.mayGoLive({})))
        return;
    setAsking(true);
    if (!sandbox)
        return send(call);
    m_services.withSandbox(this, [this, call](const dcs::Result<void> &running) {
        if (running)
            return send(call);
        setAsking(false);
        showProblem(running.error());
    });
}

void TakeIdsDialog::send(const dcs::Call &call)
{
    const auto request = dcs::encode(call);
    if (!request) {
        setAsking(false);
        return showProblem(request.error());
    }
    Draft draft = m_document.draft();
    draft.call = call;
    store::CallFacts facts = batch::callFacts(call, m_services.catalogue());
    facts.environment = m_services.environments().currentName();
    const auto options = m_services.sendOptions(draft, m_document.place());
    if (!options) {
        setAsking(false);
        return showProblem(options.error());
    }
    m_sending = std::make_unique<batch::RecordedSend>(
        *request, *options, facts, m_services.network(), &m_services.history(), m_services.catalogue());
    m_services.equip(*m_sending, call, *options, m_document.place());
    connect(m_sending.get(), &batch::RecordedSend::finished, this, &TakeIdsDialog::answered);
    m_sending->start();
}

void TakeIdsDialog::answered(const batch::RecordedSend::Outcome &outcome)
{
    m_sending.release()->deleteLater(); // this is its signal
    setAsking(false);
    if (outcome.refusal)
        return showProblem(*outcome.refusal);
    if (outcome.storageError)
        return showProblem(*outcome.storageError);
    const dcs::Exchange &exchange = outcome.exchange;
    if (exchange.failure)
        return showProblem({dcs::Errc::Network, exchange.failure->message, exchange.failure->remedy, {}});
    const dcs::Answer answer = dcs::Answer::parse(exchange, m_services.catalogue());
    if (!answer.errors.isEmpty() && answer.uuid.isEmpty() && answer.mid.isEmpty()) {
        const dcs::AnswerError &first = answer.errors.first();
        return showProblem({dcs::Errc::InvalidInput,
            tr("The DCS refused: %1").arg(first.message.isEmpty() ? first.meaning : first.message),
            first.action, {}});
    }
    const auto ids = findNow(exchange.responseHead + exchange.body, m_services.catalogue());
    if (ids)
        addFound(*ids);
    else
        showProblem(ids.error());
}

void TakeIdsDialog::addFound(const QList<dcs::Ids> &ids)
{
    m_reading.drop();
    show(ids + m_found);
}

void TakeIdsDialog::show(const QList<dcs::Ids> &ids)
{
    m_found = ids;
    QList<QStringList> rows;
    for (const dcs::Ids &one : ids)
        rows.append(rowOf(one));
    m_ui->found->setRows(rows);
    if (!ids.isEmpty())
        m_ui->found->setCurrentIndex(m_ui->found->model()->index(0, 0));
    showCurrent();
}

void TakeIdsDialog::showCurrent()
{
    const int row = m_ui->found->currentIndex().row();
    const bool chosen = row >= 0 && row < m_found.size();
    m_ui->takeButton->setEnabled(chosen && isUseful(m_found[row]));
    QStringList lines;
    if (!chosen)
        lines.append(
            m_ui->inputEdit->document()->isEmpty() ? tr("Nothing pasted or asked for yet.") : tr("Reading…"));
    else if (m_found[row].findings.isEmpty())
        lines.append(tr("Nothing to complain about."));
    for (const dcs::Finding &finding : chosen ? m_found[row].findings : QList<dcs::Finding>())
        lines.append((finding.message + u' ' + finding.fix).trimmed());
    m_ui->detailLabel->setText({});
    setPlainText(*m_ui->detailLabel, lines.join(u' '));
}

void TakeIdsDialog::showProblem(const dcs::Error &error)
{
    setPlainText(*m_ui->detailLabel, (error.message + u' ' + error.remedy).trimmed());
}

void TakeIdsDialog::setAsking(bool asking)
{
    m_ui->askMidButton->setEnabled(!asking);
    m_ui->askUuidButton->setEnabled(!asking);
    if (asking)
        setPlainText(*m_ui->detailLabel, tr("Asking the DCS…"));
}

void TakeIdsDialog::takeOver()
{
    if (!m_ui->takeButton->isEnabled())
        return;
    const dcs::Ids &ids = m_found[m_ui->found->currentIndex().row()];
    m_document.editCall(takenOver(m_document.call(), ids), tr("Take over user and region"), {});
    accept();
}

} // namespace gui

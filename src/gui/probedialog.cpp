// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/probedialog.h"

#include "batch/secrets.h"
#include "dcs/answer.h"
#include "dcs/catalogue.h"
#include "gui/calldocument.h"
#include "gui/plaintext.h"
#include "gui/probemodel.h"
#include "gui/services.h"
#include "gui/tablestyle.h"
#include "store/historythread.h"
#include "ui_probedialog.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

ProbeDialog::ProbeDialog(Services &services, CallDocument &document, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ProbeDialog>())
    , m_services(services)
    , m_document(document)
    , m_model(new ProbeModel(this))
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    setUpTable(*m_ui->regionsView);
    m_ui->regionsView->setModel(m_model);
    m_ui->regionsView->setItemDelegateForColumn(ProbeModel::RemarkColumn, new ProbeBar(this));
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = ProbeModel::ConnectColumn; column < ProbeModel::RemarkColumn; ++column)
        m_ui->regionsView->horizontalHeader()->resizeSection(column, 11 * digit);
    m_ui->regionsView->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    connect(m_ui->probeButton, &QPushButton::clicked, this, &ProbeDialog::start);
    connect(m_ui->useButton, &QPushButton::clicked, this, &ProbeDialog::useRegion);
    connect(m_ui->regionsView, &QTableView::doubleClicked, this, &ProbeDialog::useRegion);
    connect(m_ui->regionsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this] { m_ui->useButton->setEnabled(chosen()); });
    findHome();
}

ProbeDialog::~ProbeDialog() = default;

void ProbeDialog::start()
{
    m_ui->probeButton->setEnabled(false);
    m_finished = false;
    setPlainText(*m_ui->summaryLabel, tr("Measuring…"));
    if (!m_document.draft().sandbox)
        return measure();
    m_services.withSandbox(this, [this](const dcs::Result<void> &running) {
        if (running)
            return measure();
        m_ui->probeButton->setEnabled(true);
        setPlainText(*m_ui->summaryLabel, running.error().message + u' ' + running.error().remedy);
    });
}

void ProbeDialog::measure()
{
    Draft draft = m_document.draft();
    draft.call.tls = true; // a region is asked by https, so the sandbox's TLS port has to answer
    const auto chosen = m_services.sendOptions(draft, m_document.place());
    const auto problem = [this](const dcs::Error &error) {
        m_ui->probeButton->setEnabled(true);
        setPlainText(*m_ui->summaryLabel, error.message + u' ' + error.remedy);
    };
    if (!chosen)
        return problem(chosen.error());
    batch::withProxySecrets(
        &m_services.keychain(), *chosen, this, [this, problem](const dcs::Result<dcs::SendOptions> &options) {
            options ? measure(*options) : problem(options.error());
        });
}

void ProbeDialog::measure(dcs::SendOptions options)
{
    options.timeout = std::min(options.timeout, std::chrono::milliseconds(10000));
    m_probe = std::make_unique<batch::RegionProbe>(
        m_services.catalogue().regions(), options, m_services.network());
    connect(m_probe.get(), &batch::RegionProbe::measured, this, &ProbeDialog::showRows);
    connect(m_probe.get(), &batch::RegionProbe::finished, this, [this] {
        m_finished = true;
        m_ui->probeButton->setEnabled(true);
        showRows();
    });
    showRows();
    m_probe->start();
}

// The region that the newest answer to this user named.
void ProbeDialog::findHome()
{
    constexpr int channel = 41; // of this dialog's own: the list goes on loading
    const auto &call = m_document.resolved();
    const QList<dcs::Identity> users = call ? dcs::identities(*call) : QList<dcs::Identity>();
    if (users.isEmpty() || users.first().value.isEmpty())
        return;
    store::HistoryFilter filter;
    filter.terms = {users.first().value};
    filter.status = u"200"_s;
    m_services.history().page(
        filter, std::nullopt, 1, channel, this, [this](const dcs::Result<QList<store::HistoryRow>> &rows) {
            if (!rows || rows->isEmpty())
                return;
            m_services.history().entry(
                rows->first().id, this, [this](const dcs::Result<store::HistoryEntry> &entry) {
                    if (!entry)
                        return;
                    const dcs::Answer answer = dcs::Answer::parse(entry->exchange, m_services.catalogue());
                    if (answer.region)
                        m_home = int(*answer.region);
                    showRows();
                });
        });
}

void ProbeDialog::showRows()
{
    if (!m_probe)
        return;
    m_model->setRows(m_probe->rows(),
        {m_probe->nearest(), m_home, dcs::region(m_document.call(), m_services.catalogue())});
    if (!m_ui->regionsView->currentIndex().isValid()) { // the first time
        m_ui->regionsView->setCurrentIndex(m_model->index(0, 0));
        m_ui->regionsView->resizeColumnToContents(ProbeModel::RegionColumn);
        m_ui->regionsView->resizeColumnToContents(ProbeModel::HostColumn);
    }
    if (m_finished)
        showSummary();
}

void ProbeDialog::showSummary()
{
    const auto nearest = m_probe->nearest();
    if (!nearest)
        return setPlainText(*m_ui->summaryLabel, tr("No region answered. The table says why."));
    const batch::RegionProbe::Row &row = m_probe->rows()[*nearest];
    QStringList sentences{tr("Nearest: %1, %2 ms.")
                              .arg(row.region.name, QLocale().toString(row.exchange.timings.total, 'f', 1))};
    const dcs::Region *home = m_home ? m_services.catalogue().region(*m_home) : nullptr;
    if (home && home->id == row.region.id)
        sentences.append(tr("It is the user's home, too."));
    else if (home)
        sentences.append(tr("The user's home is %1: calls for this user belong there.").arg(home->name));
    if (m_document.draft().sandbox)
        sentences.append(tr("All regions are the sandbox on this machine."));
    setPlainText(*m_ui->summaryLabel, sentences.join(u' '));
}

const dcs::Region *ProbeDialog::chosen() const
{
    const int row = m_ui->regionsView->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->rows()[row].region : nullptr;
}

void ProbeDialog::useRegion()
{
    const dcs::Region *region = chosen();
    if (!region)
        return;
    dcs::Call call = m_document.call();
    dcs::setConnectHost(call, region->host);
    m_document.editCall(call, tr("Use region %1").arg(region->name), {});
    accept();
}

} // namespace gui

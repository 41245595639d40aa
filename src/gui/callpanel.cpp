// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/callpanel.h"

#include "dcs/catalogue.h"
#include "dcs/host.h"
#include "dcs/text.h"
#include "gui/callurl.h"
#include "gui/flowbox.h"
#include "gui/identitiesmodel.h"
#include "gui/identitydelegate.h"
#include "gui/parameterdelegate.h"
#include "gui/signalsmodel.h"
#include "gui/tablestyle.h"
#include "gui/wiretext.h"
#include "ui_callpanel.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace gui {

using namespace Qt::StringLiterals;

CallPanel::CallPanel(const dcs::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CallPanel>())
    , m_catalogue(catalogue)
    , m_identities(new IdentitiesModel(this))
    , m_signals(new SignalsModel(catalogue, this))
{
    m_ui->setupUi(this);
    m_ui->endpointBox->flow();
    m_ui->askBox->flow();
    fillRegions();
    connectEndpoint();
    connectTables();
    connectAnswer();
}

CallPanel::~CallPanel()
{
    // An open cell editor commits when it goes, and then there is no panel any more to tell.
    m_identities->disconnect(this);
    m_signals->disconnect(this);
}

void CallPanel::fillRegions()
{
    m_ui->regionCombo->addItem(tr("Sandbox (built in)"), SandboxItem);
    for (const dcs::Region &region : m_catalogue.regions())
        m_ui->regionCombo->addItem(
            u"%1 · %2 · %3"_s.arg(region.name, region.label, QString::number(region.id)), region.id);
    m_ui->regionCombo->addItem(tr("Custom host…"), CustomItem);
}

void CallPanel::connectEndpoint()
{
    connect(m_ui->aliasEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool direct = m_ui->directCheck->isChecked();
        dcs::setAlias(m_draft.call, text);
        if (direct)
            dcs::setConnectHost(m_draft.call, dcs::hostHeader(m_draft.call));
        showEndpoint();
        edit(tr("Change alias"), "alias");
    });
    connect(m_ui->directCheck, &QCheckBox::clicked, this, &CallPanel::connectDirectly);
    connect(m_ui->regionCombo, &QComboBox::activated, this, &CallPanel::chooseRegion);
    connect(m_ui->connectHostEdit, &QLineEdit::textEdited, this, [this](const QString &text) {
        dcs::setConnectHost(m_draft.call, wireBytes(text, m_draft.call.connectHost));
        showEndpoint();
        edit(tr("Change connection host"), "connectHost");
    });
    connect(m_ui->portSpin, &QSpinBox::valueChanged, this, [this](int port) {
        m_draft.call.port = quint16(port);
        edit(tr("Change port"), "port");
    });
    connect(m_ui->schemeCombo, &QComboBox::activated, this, [this](int index) {
        setScheme(m_draft.call, index == 0);
        showEndpoint();
        edit(tr("Change scheme"));
    });
    const auto setMethod = [this](const QByteArray &method) {
        dcs::Call call = m_draft.call;
        dcs::setMethod(call, method);
        editCall(call, tr("Change method"), {});
    };
    connect(m_ui->getRadio, &QRadioButton::clicked, this, [setMethod] { setMethod("GET"); });
    connect(m_ui->postRadio, &QRadioButton::clicked, this, [setMethod] { setMethod("POST"); });
}

void CallPanel::connectTables()
{
    m_ui->identitiesView->setModel(m_identities);
    m_ui->identitiesView->setItemDelegate(new IdentityDelegate(m_catalogue, this));
    m_ui->signalsView->setModel(m_signals);
    m_ui->signalsView->setItemDelegate(new ParameterDelegate(m_catalogue, SignalsModel::KeyColumn, -1, this));
    setUpTable(*m_ui->identitiesView);
    setUpTable(*m_ui->signalsView);
    for (QTableView *view : {m_ui->identitiesView, m_ui->signalsView})
        view->setMinimumHeight(fontMetrics().height() * 5);
    QHeaderView *header = m_ui->identitiesView->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(IdentitiesModel::ValueColumn, QHeaderView::Stretch);
    setColumnWidths(*m_ui->identitiesView, {8, 11, 0, 14});
    setColumnWidths(*m_ui->signalsView, {14});

    connect(m_identities, &IdentitiesModel::callEdited, this, &CallPanel::editCall);
    connect(m_signals, &SignalsModel::callEdited, this, &CallPanel::editCall);
    const auto add = [](QTableView *view, int row, int column) {
        if (row < 0)
            return;
        view->setFocus();
        view->setCurrentIndex(view->model()->index(row, column));
        view->edit(view->currentIndex());
    };
    connect(m_ui->addIdentityButton, &QPushButton::clicked, this,
        [this, add] { add(m_ui->identitiesView, m_identities->add(), IdentitiesModel::ValueColumn); });
    connect(m_ui->addSignalButton, &QPushButton::clicked, this,
        [this, add] { add(m_ui->signalsView, m_signals->add(), SignalsModel::KeyColumn); });
    connect(m_ui->removeIdentityButton, &QPushButton::clicked, this, [this] {
        if (const QModelIndex index = m_ui->identitiesView->currentIndex(); index.isValid())
            m_identities->remove(index.row());
    });
    connect(m_ui->removeSignalButton, &QPushButton::clicked, this, [this] {
        if (const QModelIndex index = m_ui->signalsView->currentIndex(); index.isValid())
            m_signals->remove(index.row());
    });
    connect(m_ui->identitiesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { m_ui->removeIdentityButton->setEnabled(index.isValid()); });
    connect(m_ui->signalsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { m_ui->removeSignalButton->setEnabled(index.isValid()); });
}

void CallPanel::connectAnswer()
{
    connect(m_ui->jsonCheck, &QCheckBox::clicked, this,
        [this](bool on) { setOption(u"d_rtbd"_s, u"json"_s, on); });
    connect(m_ui->destinationsCheck, &QCheckBox::clicked, this,
        [this](bool on) { setOption(u"d_dst"_s, u"1"_s, on); });
    connect(m_ui->traitsCombo, &QComboBox::activated, this,
        [this](int index) { setOption(u"d_cts"_s, QString::number(index), index > 0); });
    connect(m_ui->callbackEdit, &QLineEdit::textEdited, this,
        [this](const QString &text) { setOption(u"d_cb"_s, text, !text.isEmpty()); });
    if (const dcs::Attribute *platform = m_catalogue.attribute(u"d_ptfm"))
        m_ui->platformCombo->addItems(QStringList{QString()} + platform->allowed);
    connect(m_ui->platformCombo, &QComboBox::textActivated, this,
        [this](const QString &text) { setOption(u"d_ptfm"_s, text, !text.isEmpty()); });
    connect(m_ui->platformCombo->lineEdit(), &QLineEdit::textEdited, this,
        [this](const QString &text) { setOption(u"d_ptfm"_s, text, !text.isEmpty()); });
}

void CallPanel::setDraft(const Draft &draft)
{
    m_draft = draft;
    showEndpoint();
    m_identities->setCall(draft.call);
    m_signals->setCall(draft.call);
    showAnswer();
}

namespace {

// Writing the same text again would move the cursor of whoever types.
void showText(QLineEdit &edit, const QString &text)
{
    if (edit.text() != text)
        edit.setText(text);
}

} // namespace

void CallPanel::showEndpoint()
{
    const dcs::Call &call = m_draft.call;
    const QByteArray host = dcs::hostHeader(call);
    // The alias as written, not lower-cased: the form must show what travels.
    showText(*m_ui->aliasEdit, wireText(dcs::labelOf(host).value_or(host).toByteArray()));
    m_ui->directCheck->setChecked(
        !host.isEmpty() && host.compare(call.connectHost, Qt::CaseInsensitive) == 0);
    const auto region = dcs::region(call, m_catalogue);
    const int item = m_draft.sandbox ? int(SandboxItem) : region ? *region : int(CustomItem);
    m_ui->regionCombo->setCurrentIndex(m_ui->regionCombo->findData(item));
    showText(*m_ui->connectHostEdit, wireText(call.connectHost));
    const QSignalBlocker quiet(m_ui->portSpin);
    m_ui->portSpin->setValue(call.port);
    m_ui->schemeCombo->setCurrentIndex(call.tls ? 0 : 1);
    m_ui->getRadio->setChecked(call.method != "POST");
    m_ui->postRadio->setChecked(call.method == "POST");
}

QString CallPanel::optionText(QStringView key) const
{
    return dcs::option(m_draft.call, key).value_or(QString());
}

void CallPanel::showAnswer()
{
    m_ui->jsonCheck->setChecked(optionText(u"d_rtbd") == "json"_L1);
    m_ui->destinationsCheck->setChecked(optionText(u"d_dst") == "1"_L1);
    const QString traits = optionText(u"d_cts");
    m_ui->traitsCombo->setCurrentIndex(traits == "1"_L1 ? 1 : traits == "2"_L1 ? 2 : 0);
    showText(*m_ui->callbackEdit, optionText(u"d_cb"));
    showText(*m_ui->platformCombo->lineEdit(), optionText(u"d_ptfm"));
}

void CallPanel::chooseRegion(int index)
{
    const int item = m_ui->regionCombo->itemData(index).toInt();
    const bool sandboxBefore = m_draft.sandbox;
    m_draft.sandbox = item == SandboxItem;
    if (m_draft.sandbox) {
        m_draft.options.connectTo.reset();
        if (!dcs::region(m_draft.call, m_catalogue))
            dcs::setConnectHost(m_draft.call, dcs::usualRegionHost);
        setScheme(m_draft.call, false);
    } else {
        if (sandboxBefore) // out of the sandbox a call belongs on TLS, where the catalogue wants it
            setScheme(m_draft.call, true);
        if (const dcs::Region *region = m_catalogue.region(item))
            dcs::setConnectHost(m_draft.call, region->host);
    }
    showEndpoint();
    edit(tr("Choose region"));
    if (item == CustomItem) {
        m_ui->regionCombo->setCurrentIndex(index);
        m_ui->connectHostEdit->setFocus();
        m_ui->connectHostEdit->selectAll();
    }
}

void CallPanel::connectDirectly(bool direct)
{
    dcs::setConnectHost(
        m_draft.call, direct ? dcs::hostHeader(m_draft.call) : QByteArray(dcs::usualRegionHost));
    showEndpoint();
    edit(tr("Connect directly"));
}

void CallPanel::setOption(const QString &key, const QString &value, bool present)
{
    dcs::Call call = m_draft.call;
    dcs::setOption(call, key, present ? std::optional(value) : std::nullopt);
    editCall(call, tr("Change %1").arg(key), "option." + key.toLatin1());
}

void CallPanel::edit(const QString &text, const QByteArray &field)
{
    m_identities->setCall(m_draft.call);
    m_signals->setCall(m_draft.call);
    Q_EMIT draftEdited(m_draft, text, field);
}

void CallPanel::editCall(const dcs::Call &call, const QString &text, const QByteArray &field)
{
    if (call == m_draft.call)
        return;
    m_draft.call = call;
    edit(text, field);
}

void CallPanel::focusField(const QString &where, int parameter)
{
    for (int row = 0; row < m_identities->rowCount(); ++row) {
        const dcs::Identity &identity = m_identities->rows()[row];
        if (parameter >= 0 && (identity.parameter == parameter || identity.partner == parameter)) {
            m_ui->identitiesView->setCurrentIndex(m_identities->index(row, IdentitiesModel::ValueColumn));
            m_ui->identitiesView->setFocus();
            return;
        }
    }
    if (where == "method"_L1)
        m_ui->getRadio->setFocus();
    else if (where == "url"_L1)
        m_ui->connectHostEdit->setFocus();
    else
        m_ui->aliasEdit->setFocus();
}

} // namespace gui

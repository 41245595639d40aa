// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answersummary.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "gui/answersummaryrows.h"
#include "gui/answertable.h"
#include "gui/answertablefinder.h"
#include "gui/plaintext.h"
#include "gui/wiretext.h"
#include "ui_answersummary.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;

AnswerSummary::AnswerSummary(QWidget *parent)
    : AnswerPage(parent)
    , m_ui(std::make_unique<Ui::AnswerSummary>())
{
    m_ui->setupUi(this);
    m_ui->factsBox->flow();
    makeTables();
    QFont bold = font();
    bold.setBold(true);
    m_ui->statusValue->setFont(bold);
    connect(m_ui->useUserButton, &QPushButton::clicked, this, [this] { Q_EMIT useUser(m_user); });
    connect(m_ui->useRegionButton, &QPushButton::clicked, this, [this] { Q_EMIT useRegion(m_region); });
    connectCopies();
    setContent(m_ui->tables);
    clear({});
}

AnswerSummary::~AnswerSummary() = default;

void AnswerSummary::makeTables()
{
    m_titles = {tr("Errors"), tr("Destinations"), tr("Cookies"), tr("Traits"), tr("Segments"), tr("ID syncs"),
        tr("Findings"), tr("Expectations")};
    const QList<QStringList> columns{{tr("Code"), tr("Message"), tr("Kind"), tr("Meaning"), tr("What to do")},
        {tr("Type"), tr("URL"), tr("Secure URL"), tr("ID")},
        {tr("Name"), tr("Value"), tr("Days"), tr("Domain"), tr("Kind")}, {tr("Trait ID")}, {tr("Segment ID")},
        {tr("ID"), tr("Minutes"), tr("URLs")},
        {tr("Severity"), tr("Where"), tr("What is wrong"), tr("What to do")},
        {tr("Expectation"), tr("Result"), tr("Found")}};
    for (int i = 0; i < TableCount; ++i) {
        auto *table = new AnswerTable;
        table->setAccessibleName(tr("%1 of the answer").arg(m_titles[i]));
        table->setColumns(columns[i]);
        m_tables.append(table);
        m_ui->tables->addTab(table, m_titles[i]);
        connect(
            table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AnswerSummary::showButtons);
    }
    m_tables[Destinations]->setUrlColumns({1, 2});
    m_tables[Syncs]->setUrlColumns({2});
    m_finder = new AnswerTableFinder(m_tables, this);
    connect(m_finder, &AnswerTableFinder::foundChanged, this, &AnswerPage::foundChanged);
    connect(m_finder, &AnswerTableFinder::shown, this,
        [this](AnswerTable *table) { m_ui->tables->setCurrentWidget(table); });
}

void AnswerSummary::connectCopies()
{
    connect(m_ui->copyTransactionButton, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_transaction); });
    connect(m_ui->copyCellButton, &QPushButton::clicked, this, [this] { currentTable()->copyCell(); });
    connect(m_ui->copyTableButton, &QPushButton::clicked, this, [this] {
        currentTable()->selectAll();
        currentTable()->copyRows();
    });
    connect(m_ui->openButton, &QPushButton::clicked, this, [this] { currentTable()->openUrl(); });
    connect(m_ui->tables, &QTabWidget::currentChanged, this, &AnswerSummary::showButtons);
}

AnswerTable *AnswerSummary::currentTable() const
{
    return m_tables[std::max(0, m_ui->tables->currentIndex())];
}

void AnswerSummary::showButtons()
{
    const AnswerTable *table = currentTable();
    m_ui->copyCellButton->setEnabled(table->currentIndex().isValid());
    m_ui->copyTableButton->setEnabled(!table->rows().isEmpty());
    m_ui->openButton->setEnabled(table->canOpen());
}

QString AnswerSummary::statusText(const dcs::Exchange &exchange)
{
    if (exchange.status == 0)
        return exchange.failure ? tr("no answer") : QString();
    return u"%1 %2"_s.arg(QString::number(exchange.status), wireText(exchange.reason)).trimmed();
}

void AnswerSummary::clear(const QString &status)
{
    m_ui->statusValue->setText(status);
    for (QLabel *label :
        {m_ui->userValue, m_ui->regionValue, m_ui->timeValue, m_ui->sizeValue, m_ui->transactionValue}) {
        label->setText(u"–"_s);
        label->setToolTip({});
    }
    m_transaction.clear();
    m_ui->failureLabel->hide();
    m_ui->useUserButton->setEnabled(false);
    m_ui->useRegionButton->setEnabled(false);
    m_ui->copyTransactionButton->setEnabled(false);
    for (int i = 0; i < TableCount; ++i)
        fill(Table(i), {});
    showButtons();
}

void AnswerSummary::setReading(const AnswerReadingPtr &reading)
{
    if (!reading) {
        clear(tr("not sent yet"));
        return;
    }
    const dcs::Exchange &exchange = reading->exchange;
    setPlainText(*m_ui->statusValue, statusText(exchange), 80);
    const QLocale locale;
    m_ui->timeValue->setText(tr("%1 ms").arg(locale.toString(exchange.timings.total, 'f', 1)));
    m_ui->sizeValue->setText(locale.formattedDataSize(exchange.body.size()));
    m_ui->sizeValue->setToolTip(plainToolTip(
        tr("%1 bytes, %2 on the wire")
            .arg(locale.toString(qint64(exchange.body.size())), locale.toString(exchange.wireBytes))));
    m_transaction = reading->answer.tid;
    setPlainText(*m_ui->transactionValue, m_transaction.isEmpty() ? u"–"_s : m_transaction, 60);
    m_ui->copyTransactionButton->setEnabled(!m_transaction.isEmpty());
    showFailure(*reading);
    showUser(*reading);
    showRegion(*reading);
    showTables(*reading);
    showButtons();
}

// What a body is that has nothing to say in the terms of the DCS; "" for one that may have.
QString AnswerSummary::contentSentence(const dcs::Answer &answer)
{
    using Kind = dcs::JsonValue::Kind;
    const QString only = tr("An answer of the DCS is an object.");
    if (!answer.document)
        return answer.form == dcs::Answer::Form::Text ? tr("The body is text that is no JSON.") : QString();
    const dcs::JsonValue root = answer.document->root();
    switch (root.kind()) {
    case Kind::Array:
        return tr("The body is a JSON array with %n element(s).", nullptr,
                   int(std::min<qsizetype>(root.size(), INT_MAX)))
            + u' ' + only;
    case Kind::String:
        return tr("The body is a JSON string.") + u' ' + only;
    case Kind::Number:
        return tr("The body is a JSON number.") + u' ' + only;
    case Kind::True:
    case Kind::False:
        return tr("The body is a JSON boolean.") + u' ' + only;
    case Kind::Null:
        return tr("The body is the JSON value null.") + u' ' + only;
    default:
        return {};
    }
}

void AnswerSummary::showFailure(const AnswerReading &reading)
{
    QStringList sentences;
    if (const auto &failure = reading.exchange.failure) {
        if (reading.exchange.status != 0)
            sentences.append(tr("This answer is not complete."));
        sentences << failure->message << failure->remedy;
        if (failure->outcomeUnknown)
            sentences.append(tr("The DCS may have counted the call."));
    } else if (!reading.answer.valid) {
        sentences.append(reading.answer.problem);
    } else {
        sentences.append(contentSentence(reading.answer));
    }
    sentences.removeAll(QString());
    m_ui->failureLabel->setVisible(!sentences.isEmpty());
    setPlainText(*m_ui->failureLabel, sentences.join(u' '));
}

void AnswerSummary::showUser(const AnswerReading &reading)
{
    const dcs::Answer &answer = reading.answer;
    const bool mid = answer.uuid.isEmpty() && !answer.mid.isEmpty();
    m_user = {};
    m_user.kind = mid ? dcs::Identity::Kind::Mid : dcs::Identity::Kind::Uuid;
    m_user.value = mid ? answer.mid : answer.uuid;
    m_ui->useUserButton->setEnabled(false);
    if (m_user.value.isEmpty()) {
        m_ui->userValue->setText(u"–"_s);
        return;
    }
    const QString kind = mid ? tr("ECID") : tr("UUID");
    const bool known = dcs::identities(reading.call).contains(m_user);
    setPlainText(
        *m_ui->userValue, (known ? tr("%1 (%2, as sent)") : tr("%1 (%2)")).arg(m_user.value, kind), 120);
    m_ui->userValue->setToolTip(plainToolTip(
        mid ? tr("d_mid: the Experience Cloud ID") : tr("d_uuid: the Audience Manager user ID")));
    m_ui->useUserButton->setEnabled(!known);
}

void AnswerSummary::showRegion(const AnswerReading &reading)
{
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    m_ui->useRegionButton->setEnabled(false);
    if (!reading.answer.region) {
        m_ui->regionValue->setText(u"–"_s);
        return;
    }
    m_region = int(std::clamp<qint64>(*reading.answer.region, INT_MIN, INT_MAX));
    const dcs::Region *region = catalogue.region(m_region);
    const std::optional<int> sent = dcs::region(reading.call, catalogue);
    const QString name = region ? region->name : tr("no published host");
    // A call to the sandbox or to another address says nothing about the user's home.
    const QString text = sent == m_region ? tr("%1 %2 (as sent)")
        : sent                            ? tr("%1 %2 (the user's home: switch)")
                                          : tr("%1 %2");
    setPlainText(*m_ui->regionValue, text.arg(QString::number(*reading.answer.region), name), 120);
    m_ui->useRegionButton->setEnabled(sent != m_region && region);
}

void AnswerSummary::fill(Table table, const QList<QStringList> &rows)
{
    m_tables[table]->setRows(rows);
    m_ui->tables->setTabText(table,
        rows.isEmpty() ? m_titles[table] : m_titles[table] + u' ' + QLocale().toString(qint64(rows.size())));
    m_ui->tables->setTabVisible(table, !rows.isEmpty() || table == Destinations || table == Errors);
}

void AnswerSummary::showTables(const AnswerReading &reading)
{
    const dcs::Answer &answer = reading.answer;
    fill(Errors, errorRows(answer));
    fill(Destinations, destinationRows(answer));
    fill(Cookies, cookieRows(answer));
    fill(Traits, reading.traitRows);
    fill(Segments, reading.segmentRows);
    fill(Syncs, syncRows(answer));
    fill(Findings, findingRows(reading.findings));
    fill(Expectations, outcomeRows(reading.outcomes));
    // What asks for a person's attention comes to the front, else the first table that has something.
    const auto failed = std::any_of(
        reading.outcomes.begin(), reading.outcomes.end(), [](const auto &outcome) { return !outcome.held; });
    int front = !answer.errors.isEmpty() ? Errors : failed ? Expectations : Destinations;
    if (front == Destinations && answer.destinations.isEmpty() && !reading.findings.isEmpty())
        front = Findings;
    for (int i = 0; front == Destinations && m_tables[Destinations]->rows().isEmpty() && i < TableCount;
         ++i) {
        if (!m_tables[i]->rows().isEmpty())
            front = i;
    }
    m_ui->tables->setCurrentIndex(front);
}

void AnswerSummary::find(const RawPattern &pattern)
{
    m_finder->find(pattern);
}

void AnswerSummary::findNext(bool backward)
{
    m_finder->findNext(backward);
}

AnswerFound AnswerSummary::found() const
{
    return m_finder->found();
}

} // namespace gui

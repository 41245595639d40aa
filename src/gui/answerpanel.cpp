// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerpanel.h"

#include "dcs/catalogue.h"
#include "gui/answersummary.h"
#include "gui/answertable.h"
#include "gui/jsontreemodel.h"
#include "gui/tablestyle.h"
#include "gui/wiretext.h"
#include "ui_answerpanel.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTreeView>

namespace gui {

using namespace Qt::StringLiterals;

struct AnswerPanel::Reading {
    dcs::Call call;
    dcs::Exchange exchange;
    QList<dcs::Exchange> hops;
    dcs::Answer answer;
    QList<dcs::Finding> findings;
    QList<dcs::ExpectationOutcome> outcomes;
    QString raw;
};

AnswerPanel::AnswerPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AnswerPanel>())
    , m_summary(new AnswerSummary(this))
    , m_tree(new JsonTreeModel(this))
{
    m_ui->setupUi(this);
    makePages();
    connectFind();
    connect(m_summary, &AnswerSummary::useUser, this, &AnswerPanel::useUser);
    connect(m_summary, &AnswerSummary::useRegion, this, &AnswerPanel::useRegion);
    clear();
}

AnswerPanel::~AnswerPanel() = default;

namespace {

QPlainTextEdit *makeText(const QString &name)
{
    auto *text = new QPlainTextEdit;
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    return text;
}

} // namespace

void AnswerPanel::makePages()
{
    m_treeView = new QTreeView;
    m_treeView->setAccessibleName(tr("JSON of the answer"));
    m_treeView->setModel(m_tree);
    m_treeView->setUniformRowHeights(true);
    showFocus(*m_treeView);
    m_treeView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_treeView->header()->resizeSection(0, fontMetrics().horizontalAdvance(u'0') * 32);
    m_raw = makeText(tr("Body of the answer"));
    m_headers = makeAnswerTable(tr("Headers of the answer"), {tr("Name"), tr("Value")});
    m_timings = makeAnswerTable(tr("Timing of the call"), {tr("Phase"), tr("Milliseconds")});
    m_wire = makeText(tr("Bytes of both directions"));
    m_ui->answerTabs->addTab(m_summary, tr("Summary"));
    m_ui->answerTabs->addTab(m_treeView, tr("JSON"));
    m_ui->answerTabs->addTab(m_raw, tr("Raw"));
    m_ui->answerTabs->addTab(m_headers, tr("Answer headers"));
    m_ui->answerTabs->addTab(m_timings, tr("Timing"));
    m_ui->answerTabs->addTab(m_wire, tr("Wire log"));
}

void AnswerPanel::connectFind()
{
    connect(m_ui->nextButton, &QPushButton::clicked, this, [this] { search(false); });
    connect(m_ui->previousButton, &QPushButton::clicked, this, [this] { search(true); });
    connect(m_ui->findEdit, &QLineEdit::returnPressed, this, [this] { search(false); });
    connect(m_ui->closeFindButton, &QPushButton::clicked, m_ui->findBar, &QWidget::hide);
}

void AnswerPanel::clear()
{
    m_latest.drop();
    m_summary->clear(tr("not sent yet"));
    m_tree->setDocument({});
    m_raw->clear();
    m_wire->clear();
    fillAnswerTable(*m_headers, {});
    fillAnswerTable(*m_timings, {});
}

void AnswerPanel::showWaiting()
{
    clear();
    m_summary->clear(tr("waiting for the answer…"));
}

void AnswerPanel::setExchange(const dcs::Call &call, const dcs::Exchange &exchange,
    const QList<dcs::Exchange> &hops, const QList<dcs::Expectation> &expectations)
{
    const auto read = [=] {
        const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
        Reading reading{call, exchange, hops, dcs::Answer::parse(exchange, catalogue), {}, {}, {}};
        reading.findings = dcs::checkAnswer(call, exchange, reading.answer, catalogue);
        for (const dcs::Expectation &expectation : expectations)
            reading.outcomes.append(dcs::evaluate(expectation, exchange, reading.answer));
        reading.raw = displayText(exchange.body);
        return reading;
    };
    m_latest.run(read, [this](const Reading &reading) { showReading(reading); });
}

void AnswerPanel::showReading(const Reading &reading)
{
    m_summary->show(reading.call, reading.exchange, reading.answer, reading.findings, reading.outcomes);
    m_tree->setDocument(reading.answer.document);
    m_treeView->expandToDepth(1);
    m_raw->setPlainText(reading.raw);
    showHeaders(reading.exchange);
    showTimings(reading.exchange);
    showWire(reading.exchange, reading.hops);
    Q_EMIT expectationsEvaluated(reading.outcomes);
}

void AnswerPanel::showHeaders(const dcs::Exchange &exchange)
{
    QList<QStringList> rows;
    for (const dcs::Header &header : exchange.headers)
        rows.append({wireText(header.name), wireText(header.value)});
    for (const dcs::Header &header : exchange.trailers)
        rows.append({tr("%1 (trailer)").arg(wireText(header.name)), wireText(header.value)});
    fillAnswerTable(*m_headers, rows);
}

void AnswerPanel::showTimings(const dcs::Exchange &exchange)
{
    const dcs::Timings &t = exchange.timings;
    const QLocale locale;
    QList<QStringList> rows;
    const auto add = [&](const QString &phase, double ms) {
        rows.append({phase, ms < 0 ? tr("cannot be seen") : locale.toString(ms, 'f', 2)});
    };
    add(tr("Name look-up"), t.dns);
    add(tr("Connect"), t.connect);
    add(tr("TLS"), t.tls);
    add(tr("Send"), t.send);
    add(tr("Wait"), t.wait);
    add(tr("Receive"), t.receive);
    add(tr("Total"), t.total);
    rows.append({tr("Peer"), exchange.peer});
    if (exchange.tls)
        rows.append({tr("TLS"),
            u"%1, %2, %3"_s.arg(exchange.tls->version, exchange.tls->cipher,
                exchange.tls->verified ? tr("verified") : tr("NOT verified"))});
    for (const QString &note : exchange.notes)
        rows.append({tr("Note"), note});
    fillAnswerTable(*m_timings, rows);
}

void AnswerPanel::showWire(const dcs::Exchange &exchange, const QList<dcs::Exchange> &hops)
{
    QString text;
    for (const dcs::Exchange &one : hops + QList{exchange}) {
        text += displayText(one.request.bytes, 64 * 1024) + u"\n\n"_s;
        text += displayText(one.responseHead, 64 * 1024) + displayText(one.body, 256 * 1024) + u"\n"_s;
    }
    m_wire->setPlainText(text);
}

void AnswerPanel::find()
{
    if (m_ui->answerTabs->currentWidget() != m_raw && m_ui->answerTabs->currentWidget() != m_wire)
        m_ui->answerTabs->setCurrentWidget(m_raw);
    m_ui->findBar->show();
    m_ui->findEdit->setFocus();
    m_ui->findEdit->selectAll();
}

void AnswerPanel::search(bool backward)
{
    auto *text = qobject_cast<QPlainTextEdit *>(m_ui->answerTabs->currentWidget());
    if (!text)
        text = m_raw;
    const QTextDocument::FindFlags flags
        = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = text->find(m_ui->findEdit->text(), flags);
    if (!found) {
        text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        found = text->find(m_ui->findEdit->text(), flags);
    }
    m_ui->findLabel->setText(found ? QString() : tr("not found"));
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answersummary.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "gui/answertable.h"
#include "gui/plaintext.h"
#include "gui/severity.h"
#include "gui/wiretext.h"
#include "ui_answersummary.h"

#include <QLocale>
#include <QTableWidget>

namespace gui {

using namespace Qt::StringLiterals;

AnswerSummary::AnswerSummary(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AnswerSummary>())
{
    m_ui->setupUi(this);
    makeTables();
    QFont bold = font();
    bold.setBold(true);
    m_ui->statusValue->setFont(bold);
    connect(m_ui->useUserButton, &QPushButton::clicked, this, [this] { Q_EMIT useUser(m_user); });
    connect(m_ui->useRegionButton, &QPushButton::clicked, this, [this] { Q_EMIT useRegion(m_region); });
    clear({});
}

AnswerSummary::~AnswerSummary() = default;

void AnswerSummary::makeTables()
{
    m_titles = {tr("Errors"), tr("Destinations"), tr("Cookies"), tr("Traits"), tr("Segments"), tr("ID syncs"),
        tr("Findings"), tr("Expectations")};
    const QList<QStringList> columns{{tr("Code"), tr("Message"), tr("Meaning"), tr("What to do")},
        {tr("Type"), tr("URL"), tr("Secure URL"), tr("ID")},
        {tr("Name"), tr("Value"), tr("Days"), tr("Domain")}, {tr("Trait ID")}, {tr("Segment ID")},
        {tr("ID"), tr("Minutes"), tr("URLs")},
        {tr("Severity"), tr("Where"), tr("What is wrong"), tr("What to do")},
        {tr("Expectation"), tr("Result"), tr("Found")}};
    for (int i = 0; i < TableCount; ++i) {
        QTableWidget *table = makeAnswerTable(tr("%1 of the answer").arg(m_titles[i]), columns[i]);
        m_tables.append(table);
        m_ui->tables->addTab(table, m_titles[i]);
    }
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
        {m_ui->userValue, m_ui->regionValue, m_ui->timeValue, m_ui->sizeValue, m_ui->transactionValue})
        label->setText(u"–"_s);
    m_ui->failureLabel->hide();
    m_ui->useUserButton->setEnabled(false);
    m_ui->useRegionButton->setEnabled(false);
    for (int i = 0; i < TableCount; ++i)
        fill(Table(i), {});
}

void AnswerSummary::show(const dcs::Call &call, const dcs::Exchange &exchange, const dcs::Answer &answer,
    const QList<dcs::Finding> &findings, const QList<dcs::ExpectationOutcome> &outcomes)
{
    setPlainText(*m_ui->statusValue, statusText(exchange), 80);
    const QLocale locale;
    m_ui->timeValue->setText(tr("%1 ms").arg(locale.toString(exchange.timings.total, 'f', 1)));
    m_ui->sizeValue->setText(locale.formattedDataSize(exchange.body.size()));
    setPlainText(*m_ui->transactionValue, answer.tid.isEmpty() ? u"–"_s : answer.tid, 60);
    QString failure;
    if (exchange.failure)
        failure = exchange.failure->message + u' ' + exchange.failure->remedy
            + (exchange.failure->outcomeUnknown ? u' ' + tr("The DCS may have counted the call.")
                                                : QString());
    else if (!answer.valid)
        failure = answer.problem;
    m_ui->failureLabel->setVisible(!failure.isEmpty());
    setPlainText(*m_ui->failureLabel, failure);
    showUser(call, answer);
    showRegion(call, answer);
    showTables(answer, findings, outcomes);
}

void AnswerSummary::showUser(const dcs::Call &call, const dcs::Answer &answer)
{
    const bool mid = answer.uuid.isEmpty() && !answer.mid.isEmpty();
    m_user = {};
    m_user.kind = mid ? dcs::Identity::Kind::Mid : dcs::Identity::Kind::Uuid;
    m_user.value = mid ? answer.mid : answer.uuid;
    setPlainText(*m_ui->userValue, m_user.value.isEmpty() ? u"–"_s : m_user.value, 80);
    m_ui->userValue->setToolTip(mid ? tr("Experience Cloud ID") : tr("Audience Manager user ID"));
    const bool known = dcs::identities(call).contains(m_user);
    m_ui->useUserButton->setEnabled(!m_user.value.isEmpty() && !known);
}

void AnswerSummary::showRegion(const dcs::Call &call, const dcs::Answer &answer)
{
    const dcs::Catalogue &catalogue = dcs::Catalogue::builtIn();
    m_ui->useRegionButton->setEnabled(false);
    if (!answer.region) {
        m_ui->regionValue->setText(u"–"_s);
        return;
    }
    m_region = int(*answer.region);
    const dcs::Region *region = catalogue.region(m_region);
    const bool same = dcs::region(call, catalogue) == m_region;
    const QString name = region ? region->name : tr("no published host");
    m_ui->regionValue->setText(
        (same ? tr("%1 %2 (as sent)") : tr("%1 %2 (the user's home)")).arg(QString::number(m_region), name));
    m_ui->useRegionButton->setEnabled(!same && region);
}

void AnswerSummary::fill(Table table, const QList<QStringList> &rows)
{
    fillAnswerTable(*m_tables[table], rows);
    m_ui->tables->setTabText(
        table, rows.isEmpty() ? m_titles[table] : m_titles[table] + u' ' + QString::number(rows.size()));
    m_ui->tables->setTabVisible(table, !rows.isEmpty() || table == Destinations || table == Errors);
}

void AnswerSummary::showTables(const dcs::Answer &answer, const QList<dcs::Finding> &findings,
    const QList<dcs::ExpectationOutcome> &outcomes)
{
    QList<QStringList> rows;
    for (const dcs::AnswerError &error : answer.errors)
        rows.append({error.code ? QString::number(*error.code) : QString(), error.message, error.meaning,
            error.action});
    fill(Errors, rows);
    rows.clear();
    for (const dcs::UrlDestination &destination : answer.destinations)
        rows.append({destination.type, destination.url, destination.secureUrl, destination.id});
    fill(Destinations, rows);
    rows.clear();
    for (const dcs::CookieDestination &cookie : answer.cookies)
        rows.append({cookie.name, cookie.value, cookie.ttlDays ? QString::number(*cookie.ttlDays) : QString(),
            cookie.domain});
    fill(Cookies, rows);
    const auto ids = [](const QStringList &list) {
        QList<QStringList> out;
        for (const QString &id : list)
            out.append({id});
        return out;
    };
    fill(Traits, ids(answer.traits));
    fill(Segments, ids(answer.segments));
    rows.clear();
    for (const dcs::IdSync &sync : answer.idSyncs)
        rows.append(
            {sync.id, sync.ttlMinutes ? QString::number(*sync.ttlMinutes) : QString(), sync.urls.join(u' ')});
    fill(Syncs, rows);
    rows.clear();
    for (const dcs::Finding &finding : findings)
        rows.append({severityText(finding.severity), finding.where, finding.message, finding.fix});
    fill(Findings, rows);
    rows.clear();
    for (const dcs::ExpectationOutcome &outcome : outcomes)
        rows.append({outcome.expression, outcome.held ? tr("✓ held") : tr("✗ failed"), outcome.actual});
    fill(Expectations, rows);
    m_ui->tables->setCurrentIndex(!answer.errors.isEmpty()               ? Errors
            : answer.destinations.isEmpty() && !answer.cookies.isEmpty() ? Cookies
                                                                         : Destinations);
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerpanel.h"

#include "dcs/text.h"
#include "gui/answerheaders.h"
#include "gui/answersummary.h"
#include "gui/answerwire.h"
#include "gui/jsonpage.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "gui/rawpage.h"
#include "gui/timingpage.h"
#include "transport/redirect.h"
#include "ui_answerpanel.h"

#include <QAction>

namespace gui {

AnswerPanel::AnswerPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AnswerPanel>())
    , m_summary(new AnswerSummary)
    , m_json(new JsonPage)
    , m_raw(new RawPage)
    , m_timing(new TimingPage)
{
    m_ui->setupUi(this);
    addPage(m_summary, tr("Summary"));
    addPage(m_json, tr("JSON"));
    addPage(m_raw, tr("Raw"));
    addPage(new AnswerHeaders, tr("Answer headers"));
    addPage(m_timing, tr("Timing"));
    addPage(new AnswerWire, tr("Wire log"));
    addMenu();
    connectFind();
    connect(m_summary, &AnswerSummary::useUser, this, &AnswerPanel::useUser);
    connect(m_summary, &AnswerSummary::useRegion, this, &AnswerPanel::useRegion);
    connect(m_ui->followButton, &QPushButton::clicked, this, &AnswerPanel::followRequested);
    connect(m_json, &JsonPage::showInRaw, this, [this](qsizetype offset) {
        m_ui->answerTabs->setCurrentWidget(m_raw);
        m_raw->showOffset(offset, 1);
    });
    connect(m_ui->answerTabs, &QTabWidget::currentChanged, this, [this] {
        fillPage(currentPage());
        if (m_searched && m_searched != currentPage())
            m_searched->find({});
        m_searched = currentPage();
        currentPage()->find(m_ui->findBar->pattern());
    });
    clear();
}

AnswerPanel::~AnswerPanel() = default;

void AnswerPanel::addPage(AnswerPage *page, const QString &title)
{
    m_pages.append(page);
    m_ui->answerTabs->addTab(page, title);
    connect(page, &AnswerPage::foundChanged, this, [this, page] {
        if (page == currentPage())
            m_ui->findBar->showFound(page->found());
    });
}

AnswerPage *AnswerPanel::currentPage() const
{
    return m_pages[std::max(0, m_ui->answerTabs->currentIndex())];
}

void AnswerPanel::connectFind()
{
    connect(m_ui->findBar, &AnswerFindBar::patternChanged, this, [this] {
        m_searched = currentPage();
        currentPage()->find(m_ui->findBar->pattern());
        m_ui->findBar->showFound(currentPage()->found());
    });
    connect(m_ui->findBar, &AnswerFindBar::next, this, &AnswerPanel::findNext);
    connect(m_ui->findBar, &AnswerFindBar::closed, this, [this] {
        currentPage()->find({});
        currentPage()->focusContent();
    });
    for (const bool backward : {false, true}) {
        auto *action = new QAction(backward ? tr("Find the previous one") : tr("Find the next one"), this);
        action->setShortcut(backward ? QKeySequence(Qt::SHIFT | Qt::Key_F3) : QKeySequence(Qt::Key_F3));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, backward] { findNext(backward); });
        addAction(action);
    }
}

void AnswerPanel::find()
{
    m_ui->findBar->open();
    m_searched = currentPage();
    currentPage()->find(m_ui->findBar->pattern());
}

void AnswerPanel::findNext(bool backward)
{
    if (m_ui->findBar->isHidden())
        find();
    else
        currentPage()->findNext(backward);
}

void AnswerPanel::clear()
{
    m_latest.drop();
    setReading(nullptr);
}

void AnswerPanel::showWaiting()
{
    clear();
    m_summary->clear(tr("waiting for the answer…"));
}

void AnswerPanel::setExchange(const dcs::Call &call, const dcs::Exchange &exchange,
    const QList<dcs::Exchange> &hops, const QList<dcs::Expectation> &expectations)
{
    m_latest.run([=] { return AnswerReading::read(call, exchange, hops, expectations); },
        [this](const AnswerReadingPtr &reading) {
            setReading(reading);
            findEarlier();
            Q_EMIT expectationsEvaluated(reading->outcomes);
            Q_EMIT shown();
        });
}

void AnswerPanel::showFollow()
{
    const bool redirects = m_reading && transport::isRedirect(m_reading->exchange);
    m_ui->followButton->setVisible(redirects);
    if (!redirects)
        return;
    const transport::NextHop next = transport::nextHop(m_reading->exchange);
    m_ui->followButton->setEnabled(next.request.has_value());
    m_ui->followButton->setText(next.request
            ? tr("&Follow to %1")
                  .arg(literalAmpersands(dcs::visible(QString::fromLatin1(next.request->url()), 70)))
            : dcs::visible(next.reason, 100));
}

void AnswerPanel::setReading(const AnswerReadingPtr &reading)
{
    m_reading = reading;
    m_earlier.reset();
    m_stale = m_pages;
    m_ui->messageLabel->hide();
    showFollow();
    for (QAction *action : m_exports)
        action->setEnabled(reading != nullptr);
    if (!reading) { // what belongs to the last answer must not stay anywhere
        for (AnswerPage *page : m_pages)
            fillPage(page);
    }
    fillPage(m_summary);
    fillPage(currentPage());
    currentPage()->find(m_ui->findBar->pattern());
}

void AnswerPanel::fillPage(AnswerPage *page)
{
    if (m_stale.removeAll(page) > 0)
        page->setReading(m_reading);
}

void AnswerPanel::showMessage(const QString &message)
{
    setPlainText(*m_ui->messageLabel, message);
    m_ui->messageLabel->show();
}

} // namespace gui

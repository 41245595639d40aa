// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/rawpage.h"

#include "dcs/text.h"
#include "gui/hexrows.h"
#include "gui/plaintext.h"
#include "gui/rawfolded.h"
#include "gui/rawlines.h"
#include "gui/rawpretty.h"
#include "gui/rawview.h"
#include "ui_rawpage.h"

#include <QLocale>

#include <algorithm>

namespace gui {

namespace {

// Text has no NUL, and few bytes that are neither text nor blanks.
bool looksBinary(QByteArrayView body)
{
    const QByteArrayView start = body.first(std::min<qsizetype>(body.size(), 4096));
    const auto odd = std::count_if(start.begin(), start.end(),
        [](char c) { return uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f'; });
    return start.contains('\0') || odd * 10 > start.size();
}

/// What a text is made of, as values for the thread pool.
struct Recipe {
    AnswerReadingPtr reading;
    RawPage::Form form = RawPage::Received;
    RawFolds folds;
    qsizetype rowBytes = rawRowBytes;
    std::shared_ptr<const RawFolded> shown; ///< the text that is shown, where only its folds change
};

std::unique_ptr<RawText> linesOf(const Recipe &recipe)
{
    RawLines::Options options;
    options.rowBytes = recipe.rowBytes;
    options.kind = recipe.reading->rows ? RawKind::Json : RawKind::Plain;
    return std::make_unique<RawLines>(recipe.reading->exchange.body, options);
}

std::shared_ptr<const RawText> build(const Recipe &recipe)
{
    if (recipe.form == RawPage::Hex)
        return std::make_shared<const HexRows>(recipe.reading->exchange.body);
    if (recipe.form == RawPage::Pretty) {
        RawPretty::Options options;
        static_cast<RawFolds &>(options) = recipe.folds;
        options.rowBytes = recipe.rowBytes;
        return std::make_shared<const RawPretty>(recipe.reading->rows->sharedDocument(), options);
    }
    if (!recipe.reading->rows)
        return linesOf(recipe);
    if (recipe.shown)
        return recipe.shown->with(recipe.folds);
    return std::make_shared<const RawFolded>(linesOf(recipe), recipe.reading->rows, recipe.folds);
}

} // namespace

RawPage::RawPage(QWidget *parent)
    : AnswerPage(parent)
    , m_ui(std::make_unique<Ui::RawPage>())
{
    m_ui->setupUi(this);
    m_ui->controlBox->flow();
    connect(m_ui->formCombo, &QComboBox::activated, this, [this](int index) {
        m_chosen = Form(index);
        m_keepTop = m_ui->view->offsetAtTop();
        rebuild();
    });
    connect(m_ui->wrapCheck, &QCheckBox::clicked, this, [this] {
        m_keepTop = m_ui->view->offsetAtTop();
        rebuild();
    });
    m_resized.setSingleShot(true);
    m_resized.setInterval(120);
    connect(m_ui->view, &RawView::columnsChanged, this, [this] {
        if (m_ui->wrapCheck->isChecked() && m_reading)
            m_resized.start();
    });
    connect(&m_resized, &QTimer::timeout, this, [this] {
        m_keepTop = m_ui->view->offsetAtTop();
        rebuild();
    });
    connect(m_ui->view, &RawView::foldToggled, this, &RawPage::toggleFold);
    connect(m_ui->foldSpin, &QSpinBox::valueChanged, this, &RawPage::foldTo);
    connect(m_ui->problemButton, &QPushButton::clicked, this, &RawPage::showProblem);
    m_ui->view->setMatches(&m_search);
    setContent(m_ui->view);
    connect(&m_search, &RawSearch::progressed, this, [this] {
        m_ui->view->repaintMatches();
        if (m_current == 0 && !m_search.matches().empty()) {
            const size_t next = m_search.firstFrom(m_ui->view->offsetAtTop());
            goToMatch(next < m_search.matches().size() ? next : 0);
        }
        Q_EMIT foundChanged();
    });
    setReading(nullptr);
}

RawPage::~RawPage()
{
    m_ui->view->setMatches(nullptr);
}

RawView &RawPage::view()
{
    return *m_ui->view;
}

bool RawPage::canBePretty() const
{
    return m_reading && m_reading->rows && !m_reading->rows->document().fatalProblem();
}

bool RawPage::canFold(Form form) const
{
    return m_reading && m_reading->rows && (form == Received || (form == Pretty && canBePretty()));
}

RawPage::Form RawPage::bestForm() const
{
    if (m_chosen && (*m_chosen != Pretty || canBePretty()))
        return *m_chosen;
    if (canBePretty())
        return Pretty;
    return m_reading && looksBinary(m_reading->exchange.body) ? Hex : Received;
}

RawPage::Form RawPage::form() const
{
    return Form(m_ui->formCombo->currentIndex());
}

void RawPage::setForm(Form form)
{
    m_chosen = form;
    rebuild();
}

void RawPage::setReading(const AnswerReadingPtr &reading)
{
    m_reading = reading;
    m_folds = {};
    m_ui->foldSpin->setValue(m_ui->foldSpin->minimum());
    m_search.stop();
    m_current = 0;
    m_toShow.reset();
    m_keepTop.reset();
    m_ui->view->setText(nullptr);
    m_ui->sizeLabel->clear();
    const bool broken = reading && !reading->answer.valid;
    setPlainText(*m_ui->problemLabel, broken ? reading->answer.problem : QString());
    m_ui->problemLabel->setVisible(broken);
    m_ui->problemButton->setVisible(broken && reading->answer.problemOffset);
    rebuild();
}

void RawPage::rebuild()
{
    m_building.drop();
    m_resized.stop();
    const Form form = bestForm();
    m_ui->formCombo->setCurrentIndex(form);
    m_ui->foldSpin->setEnabled(canFold(form));
    m_ui->wrapCheck->setEnabled(form != Hex);
    if (!m_reading)
        return;
    const qsizetype rowBytes = m_ui->wrapCheck->isChecked()
        ? std::min<qsizetype>(m_ui->view->columns(), rawRowBytes)
        : rawRowBytes;
    Recipe recipe{m_reading, form, m_folds, rowBytes, {}};
    const auto *shown = dynamic_cast<const RawFolded *>(m_ui->view->text());
    if (shown && m_shownRowBytes == rowBytes)
        recipe.shown = shown->with(RawFolds()); // a copy, which another thread may ask
    m_shownRowBytes = rowBytes;
    m_building.run([recipe] { return build(recipe); },
        [this](const std::shared_ptr<const RawText> &text) { showText(text); });
}

void RawPage::showText(const std::shared_ptr<const RawText> &text)
{
    m_ui->view->setText(text);
    const QLocale locale;
    m_ui->sizeLabel->setText(form() == Hex
            ? tr("Bytes: %1").arg(locale.toString(qint64(m_reading->exchange.body.size())))
            : tr("Lines: %1").arg(locale.toString(text->lineCount())));
    if (m_keepTop)
        m_ui->view->scrollToOffset(*m_keepTop);
    if (m_toShow)
        m_ui->view->showOffset(m_toShow->begin, m_toShow->length);
    m_keepTop.reset();
    m_toShow.reset();
}

void RawPage::showOffset(qsizetype offset, qsizetype length)
{
    if (canFold(form()) && !m_folds.isEmpty() && m_folds.reveal(m_reading->rows->valueAt(offset), offset)) {
        m_toShow = RawMatch{offset, length};
        rebuild();
        return;
    }
    if (m_ui->view->text())
        m_ui->view->showOffset(offset, length);
    else
        m_toShow = RawMatch{offset, length};
}

// The place of a problem is one of the text as it was received.
void RawPage::showProblem()
{
    if (!m_reading || !m_reading->answer.problemOffset)
        return;
    const RawMatch place{*m_reading->answer.problemOffset, 1};
    if (form() == Received) {
        showOffset(place.begin, place.length);
    } else {
        m_toShow = place;
        m_chosen = Received;
        rebuild();
    }
    m_ui->view->setFocus();
}

void RawPage::toggleFold(quint32 node)
{
    if (!m_folds.exceptions.remove(node))
        m_folds.exceptions.insert(node);
    m_keepTop = m_ui->view->offsetAtTop();
    m_toShow = RawMatch{m_ui->view->caretOffset(), 0};
    rebuild();
}

void RawPage::foldTo(int depth)
{
    m_folds = {};
    if (depth > m_ui->foldSpin->minimum())
        m_folds.foldDepth = depth;
    if (m_reading) {
        m_keepTop = m_ui->view->offsetAtTop();
        rebuild();
    }
}

void RawPage::find(const RawPattern &pattern)
{
    m_current = 0;
    if (m_reading && !pattern.isEmpty()) {
        m_search.start({{m_reading->exchange.body, 0}}, pattern);
    } else {
        m_search.stop();
        m_ui->view->repaintMatches();
        Q_EMIT foundChanged();
    }
}

void RawPage::goToMatch(size_t match)
{
    m_current = qint64(match) + 1;
    showOffset(m_search.matches()[match].begin, m_search.matches()[match].length);
}

void RawPage::findNext(bool backward)
{
    const auto count = qint64(m_search.matches().size());
    if (count == 0)
        return;
    goToMatch(size_t((m_current - 1 + (backward ? count - 1 : 1)) % count));
    Q_EMIT foundChanged();
}

AnswerFound RawPage::found() const
{
    return {m_search.count(), m_current, m_search.isRunning(), m_search.problem()};
}

} // namespace gui

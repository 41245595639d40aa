// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/comparedialog.h"

#include "dcs/diffrules.h"
#include "dcs/text.h"
#include "gui/answertable.h"
#include "gui/comparerows.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "store/files.h"
#include "ui_comparedialog.h"

#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 160;

dcs::Result<QList<interop::Comparable>> readFile(const QString &path)
{
    const auto bytes = store::readFile(path);
    if (!bytes)
        return bytes.error();
    return interop::readComparables(*bytes, QFileInfo(path).fileName());
}

} // namespace

CompareDialog::CompareDialog(Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CompareDialog>())
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    m_ui->differences->setColumns({tr("Difference"), tr("Part"), tr("Place"), tr("Before"), tr("After")});
    m_ui->ignoreEdit->setText(dcs::DiffOptions::volatileParts().join(u", "_s));
    connectSide(Before);
    connectSide(After);
    connect(m_ui->swapButton, &QPushButton::clicked, this, &CompareDialog::swap);
    connect(m_ui->ignoreEdit, &QLineEdit::editingFinished, this, &CompareDialog::compare);
    connect(m_ui->timesCheck, &QCheckBox::clicked, this, &CompareDialog::compare);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in a field is for the field
    setHistory({});
    compare();
}

CompareDialog::~CompareDialog() = default;

QComboBox &CompareDialog::combo(Side side) const
{
    return *(side == Before ? m_ui->beforeCombo : m_ui->afterCombo);
}

void CompareDialog::connectSide(Side side)
{
    connect(&combo(side), &QComboBox::activated, this, [this, side](int choice) { choose(side, choice); });
    connect(side == Before ? m_ui->beforeFileButton : m_ui->afterFileButton, &QPushButton::clicked, this,
        [this, side] { chooseFile(side); });
    const QLineEdit *edit = side == Before ? m_ui->beforeIdEdit : m_ui->afterIdEdit;
    connect(edit, &QLineEdit::returnPressed, this, [this, side, edit] {
        bool ok = false;
        const qint64 id = edit->text().trimmed().toLongLong(&ok);
        if (ok)
            openHistory(side, id);
        else
            showProblem(tr("“%1” is no number of a call in the history.").arg(edit->text()));
    });
}

void CompareDialog::setHistory(const FromHistory &history)
{
    m_history = history;
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->beforeIdEdit, m_ui->beforeIdLabel, m_ui->afterIdEdit, m_ui->afterIdLabel})
        widget->setVisible(bool(history));
}

void CompareDialog::addChoice(const Choice &choice)
{
    m_choices.push_back(choice);
    for (const Side side : {Before, After}) {
        const QSignalBlocker quiet(&combo(side));
        const int chosen = combo(side).currentIndex(); // the first entry must not choose itself
        combo(side).addItem(dcs::visible(choice.answer.name, longestName));
        combo(side).setCurrentIndex(chosen);
    }
}

int CompareDialog::addAnswer(const interop::Comparable &answer)
{
    addChoice({answer, {}});
    return int(m_choices.size()) - 1;
}

void CompareDialog::addHistory(qint64 id, const QString &name)
{
    addChoice({{name, {}, true}, id});
}

void CompareDialog::choose(Side side, int choice)
{
    combo(side).setCurrentIndex(choice);
    compare();
    if (choice >= 0 && m_choices[size_t(choice)].history)
        openHistory(side, *m_choices[size_t(choice)].history);
}

const interop::Comparable *CompareDialog::chosen(Side side) const
{
    const int index = combo(side).currentIndex();
    return index < 0 || m_choices[size_t(index)].history ? nullptr : &m_choices[size_t(index)].answer;
}

void CompareDialog::openFile(Side side, const QString &path)
{
    m_reading.run([path] { return readFile(path); },
        [this, side](const dcs::Result<QList<interop::Comparable>> &answers) {
            if (!answers) {
                showProblem(answers.error().message + u' ' + answers.error().remedy);
                return;
            }
            const int first = int(m_choices.size());
            for (const interop::Comparable &answer : *answers)
                addAnswer(answer);
            choose(side, first);
            if (answers->size() > 1)
                combo(side).setFocus(); // which one is for a person to say
        });
}

void CompareDialog::openHistory(Side side, qint64 id)
{
    if (!m_history)
        return;
    m_history(id, this, [this, side, id](const dcs::Result<dcs::Exchange> &exchange) {
        if (!exchange) {
            showProblem(exchange.error().message + u' ' + exchange.error().remedy);
            return;
        }
        const auto known = std::find_if(
            m_choices.begin(), m_choices.end(), [id](const Choice &choice) { return choice.history == id; });
        const QString name = tr("call %1: %2").arg(QString::number(id), interop::comparableName(*exchange));
        if (known == m_choices.end()) {
            choose(side, addAnswer({name, *exchange, true}));
            return;
        }
        known->answer.exchange = *exchange;
        known->history.reset();
        choose(side, int(known - m_choices.begin()));
    });
}

void CompareDialog::chooseFile(Side side)
{
    if (const auto path
        = m_prompts.openFile(side == Before ? tr("Answer to compare from") : tr("Answer to compare with"),
            tr("Answers (*.har *.json *);;All files (*)")))
        openFile(side, *path);
}

void CompareDialog::swap()
{
    const int before = combo(Before).currentIndex();
    combo(Before).setCurrentIndex(combo(After).currentIndex());
    combo(After).setCurrentIndex(before);
    compare();
}

dcs::DiffOptions CompareDialog::options() const
{
    dcs::DiffOptions options;
    options.ignore.clear();
    for (const QString &part : m_ui->ignoreEdit->text().split(u',', Qt::SkipEmptyParts))
        options.ignore.append(part.trimmed());
    options.times = !m_ui->timesCheck->isChecked();
    return options;
}

QString CompareDialog::wrongPath() const
{
    const QStringList ignored = options().ignore;
    const auto wrong = std::find_if(ignored.begin(), ignored.end(),
        [](const QString &part) { return part.startsWith(u'$') && !dcs::IgnoredPaths::isPath(part); });
    return wrong == ignored.end() ? QString() : *wrong;
}

void CompareDialog::showProblem(const QString &problem)
{
    setPlainText(*m_ui->summaryLabel, problem.trimmed());
}

void CompareDialog::compare()
{
    m_comparing.drop();
    m_ui->differences->setRows({});
    const interop::Comparable *before = chosen(Before);
    const interop::Comparable *after = chosen(After);
    if (!before || !after) {
        showProblem(tr("Choose two answers to compare."));
        return;
    }
    if (const QString wrong = wrongPath(); !wrong.isEmpty()) {
        showProblem(tr("“%1” is no path. Paths look like $.tid, $.dests[*].id or $..id.").arg(wrong));
        return;
    }
    showProblem(tr("Comparing…"));
    const bool whole = before->whole && after->whole;
    m_comparing.run([before = *before, after = *after,
                        options = options()] { return Comparison::of(before, after, options); },
        [this, whole](const Comparison &comparison) {
            m_ui->differences->setRows(comparison.rows);
            showProblem(whole
                    ? comparison.summary()
                    : tr("%1 Only the answers were compared: a saved body has no call and no headers.")
                          .arg(comparison.summary()));
        });
}

} // namespace gui

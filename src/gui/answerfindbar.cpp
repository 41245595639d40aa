// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/answerfindbar.h"

#include "gui/plaintext.h"
#include "ui_answerfindbar.h"

#include <QKeyEvent>
#include <QLocale>

namespace gui {

AnswerFindBar::AnswerFindBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AnswerFindBar>())
{
    m_ui->setupUi(this);
    m_ui->findBox->flow();
    connect(m_ui->findEdit, &QLineEdit::textChanged, this, &AnswerFindBar::patternChanged);
    connect(m_ui->caseCheck, &QCheckBox::clicked, this, &AnswerFindBar::patternChanged);
    connect(m_ui->regexCheck, &QCheckBox::clicked, this, &AnswerFindBar::patternChanged);
    connect(m_ui->nextButton, &QPushButton::clicked, this, [this] { Q_EMIT next(false); });
    connect(m_ui->previousButton, &QPushButton::clicked, this, [this] { Q_EMIT next(true); });
    connect(m_ui->closeFindButton, &QPushButton::clicked, this, &AnswerFindBar::close);
    m_ui->findEdit->installEventFilter(this);
    showFound({});
}

AnswerFindBar::~AnswerFindBar() = default;

void AnswerFindBar::open()
{
    show();
    m_ui->findEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->findEdit->selectAll();
}

void AnswerFindBar::close()
{
    hide();
    Q_EMIT closed();
}

RawPattern AnswerFindBar::pattern() const
{
    if (isHidden())
        return {};
    return {m_ui->findEdit->text(), m_ui->caseCheck->isChecked(), m_ui->regexCheck->isChecked()};
}

void AnswerFindBar::showFound(const AnswerFound &found)
{
    const QLocale locale;
    QString text;
    if (!found.problem.isEmpty())
        text = found.problem;
    else if (found.count > 0 && found.current > 0)
        text = tr("%1 of %2").arg(locale.toString(found.current), locale.toString(found.count));
    else if (found.count > 0)
        text = tr("%1 found").arg(locale.toString(found.count));
    else if (!m_ui->findEdit->text().isEmpty() && !found.running)
        text = tr("not found");
    if (found.running)
        text += QStringLiteral(" …");
    setPlainText(*m_ui->findLabel, text, 100);
    m_ui->nextButton->setEnabled(found.count > 0);
    m_ui->previousButton->setEnabled(found.count > 0);
}

// The window has another use for Escape, which would get there first.
bool AnswerFindBar::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            close();
        return true;
    }
    if (enter && event->type() == QEvent::KeyPress && !(key->modifiers() & Qt::ControlModifier)) {
        Q_EMIT next(key->modifiers() & Qt::ShiftModifier);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace gui

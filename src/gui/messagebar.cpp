// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/messagebar.h"

#include "gui/plaintext.h"
#include "gui/severity.h"
#include "ui_messagebar.h"

#include <QAccessible>
#include <QStyle>

namespace gui {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::MessageBar>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::AlternateBase);
    hide();
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_ui->actionButton, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto act = std::exchange(m_act, {}))
            act();
    });
}

MessageBar::~MessageBar() = default;

void MessageBar::show(
    dcs::Severity severity, const QString &text, const QString &action, std::function<void()> act)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->iconLabel->setPixmap(severityIcon(severity).pixmap(size, size));
    m_ui->iconLabel->setAccessibleName(severityText(severity));
    setPlainText(*m_ui->textLabel, text);
    m_act = std::move(act);
    m_ui->actionButton->setVisible(bool(m_act));
    m_ui->actionButton->setText(action);
    setVisible(true);
    QAccessibleEvent event(m_ui->textLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::show(const dcs::Error &error)
{
    show(dcs::Severity::Error, error.remedy.isEmpty() ? error.message : error.message + u' ' + error.remedy);
}

void MessageBar::settle()
{
    if (!m_act)
        hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_ui->textLabel->text();
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/helppane.h"

#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "gui/rowsmodel.h"
#include "ui_helppane.h"

#include <QAbstractItemView>

namespace gui {

HelpPane::HelpPane(const dcs::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HelpPane>())
    , m_catalogue(catalogue)
{
    m_ui->setupUi(this);
    setMinimumWidth(fontMetrics().horizontalAdvance(u'x') * 34);
}

HelpPane::~HelpPane() = default;

void HelpPane::showKey(const QString &key)
{
    if (key.isEmpty()) {
        m_ui->textEdit->setPlainText(tr("Put the cursor into a field of the call, or on a parameter, and "
                                        "press F1 to read what it means."));
        return;
    }
    const QString help = m_catalogue.help(key);
    m_ui->textEdit->setPlainText(!help.isEmpty() ? help
                                                 : tr("“%1” is a key of the partner: a signal. The DCS "
                                                      "compares it with the rules of the partner's traits.")
                                                       .arg(dcs::visible(key, 80)));
}

void HelpPane::showText(const QString &text)
{
    m_ui->textEdit->setPlainText(text);
}

QString HelpPane::text() const
{
    return m_ui->textEdit->toPlainText();
}

QString helpTextOf(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        const QString text = at->property("helpText").toString();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

QString helpKeyOf(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        if (const auto *view = qobject_cast<const QAbstractItemView *>(at)) {
            const QString key = view->currentIndex().data(HelpKeyRole).toString();
            if (!key.isEmpty())
                return key;
        }
        const QString key = at->property("helpKey").toString();
        if (!key.isEmpty())
            return key;
    }
    return {};
}

} // namespace gui

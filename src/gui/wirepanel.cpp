// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/wirepanel.h"

#include "gui/flowbox.h"
#include "gui/plaintext.h"
#include "gui/wiretext.h"
#include "ui_wirepanel.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>

namespace gui {

CallSize callSize(const dcs::WireRequest &request, const dcs::Limits &limits)
{
    if (request.method() == "POST")
        return {request.body().size(), limits.postBytes};
    return {request.requestLine().size(), limits.getBytes};
}

QString callSizeText(const CallSize &size)
{
    const QLocale locale;
    return QCoreApplication::translate("gui", "%1 B of %2 B")
        .arg(locale.toString(qint64(size.bytes)), locale.toString(qint64(size.limit)));
}

WirePanel::WirePanel(const dcs::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WirePanel>())
    , m_catalogue(catalogue)
{
    m_ui->setupUi(this);
    m_ui->sizeBox->flow();
    m_ui->bytesEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->bytesEdit->setWordWrapMode(QTextOption::WrapAnywhere);
    connect(m_ui->copyButton, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(wireText(m_bytes)); });
    connect(m_ui->copyCurlButton, &QPushButton::clicked, this, &WirePanel::copyCurlRequested);
}

WirePanel::~WirePanel() = default;

void WirePanel::setRequest(const dcs::Result<dcs::WireRequest> &request)
{
    m_bytes = request ? request->bytes : QByteArray();
    m_ui->bytesEdit->setPlainText(displayText(m_bytes, 256 * 1024));
    m_ui->copyButton->setEnabled(bool(request));
    m_ui->copyCurlButton->setEnabled(bool(request));
    m_ui->problemLabel->setVisible(!request);
    if (!request) {
        setPlainText(*m_ui->problemLabel, request.error().message + u' ' + request.error().remedy);
        m_ui->sizeValue->setText(QString());
        m_ui->sizeBar->setValue(0);
        return;
    }
    const CallSize size = callSize(*request, m_catalogue.limits());
    m_ui->sizeValue->setText(callSizeText(size));
    m_ui->sizeBar->setRange(0, int(size.limit));
    m_ui->sizeBar->setValue(int(std::min(size.bytes, size.limit)));
}

} // namespace gui

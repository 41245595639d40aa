// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/copyasdialog.h"

#include "dcs/catalogue.h"
#include "gui/copyas.h"
#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "store/files.h"
#include "ui_copyasdialog.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 50'000; // bytes of the preview; the file gets all

} // namespace

CopyAsDialog::CopyAsDialog(
    interop::ExportedCall exported, const dcs::Catalogue &catalogue, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::CopyAsDialog>())
    , m_exported(std::move(exported))
    , m_masked(interop::maskIdentifiers(m_exported, catalogue))
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    for (const interop::ExportFormat &one : interop::exportFormats())
        m_ui->formatCombo->addItem(titleOf(one));
    m_ui->preview->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_ui->formatCombo, &QComboBox::currentIndexChanged, this, &CopyAsDialog::showText);
    connect(m_ui->maskCheck, &QCheckBox::toggled, this, &CopyAsDialog::showText);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &CopyAsDialog::copy);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &CopyAsDialog::save);
    showText();
}

CopyAsDialog::~CopyAsDialog() = default;

const interop::ExportFormat &CopyAsDialog::format() const
{
    return interop::exportFormats()[m_ui->formatCombo->currentIndex()];
}

void CopyAsDialog::showText()
{
    const auto text = interop::exportCall(format(), m_ui->maskCheck->isChecked() ? m_masked : m_exported);
    m_text = text.value_or(QByteArray());
    m_ui->preview->setPlainText(QString::fromUtf8(m_text.left(mostShown)));
    m_ui->copyButton->setEnabled(bool(text));
    m_ui->saveButton->setEnabled(bool(text));
    setPlainText(*m_ui->problemLabel, {});
    if (!text)
        showProblem(text.error());
}

void CopyAsDialog::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_text));
    setPlainText(*m_ui->problemLabel, tr("Copied."));
}

void CopyAsDialog::save()
{
    const auto name
        = m_prompts.saveFile(tr("Save call as file"), u"call."_s + QLatin1String(format().suffix));
    if (!name)
        return;
    if (const auto done = store::writeFile(*name, m_text); done)
        accept();
    else
        showProblem(done.error());
}

void CopyAsDialog::showProblem(const dcs::Error &error)
{
    setPlainText(*m_ui->problemLabel, (error.message + u' ' + error.remedy).trimmed());
}

} // namespace gui

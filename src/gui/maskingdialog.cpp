// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/maskingdialog.h"

#include "gui/plaintext.h"
#include "gui/prompts.h"
#include "store/historythread.h"
#include "ui_maskingdialog.h"

#include <QPushButton>

namespace gui {

using namespace Qt::StringLiterals;

MaskingDialog::MaskingDialog(store::HistoryThread &history, Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::MaskingDialog>())
    , m_history(history)
    , m_prompts(prompts)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter closes nothing
    connect(m_ui->maskCheck, &QCheckBox::clicked, this, &MaskingDialog::setMasking);
    connect(m_ui->earlierButton, &QPushButton::clicked, this, &MaskingDialog::maskEarlier);
    connect(m_ui->stopButton, &QPushButton::clicked, &m_history, &store::HistoryThread::stopTidying);
    m_ui->progress->hide();
    m_history.isMasking(this, [this](const dcs::Result<bool> &masking) {
        if (!masking)
            return showProblem(masking.error());
        m_ui->maskCheck->setChecked(*masking);
        m_ui->maskCheck->setEnabled(!m_working);
    });
    count();
}

MaskingDialog::~MaskingDialog()
{
    if (m_working)
        m_history.stopTidying();
}

void MaskingDialog::count()
{
    setPlainText(*m_ui->stateLabel, tr("Counting…"));
    m_history.countUnmasked(this, [this](const dcs::Result<qint64> &unmasked) {
        if (m_working)
            return;
        if (!unmasked)
            return showProblem(unmasked.error());
        m_unmasked = *unmasked;
        m_ui->earlierButton->setEnabled(m_unmasked > 0);
        setPlainText(*m_ui->stateLabel,
            m_unmasked > 0
                ? tr("%n call(s) were recorded with their IDs as they are.", nullptr, int(m_unmasked))
                : tr("No call in the history was recorded with its IDs as they are."));
    });
}

void MaskingDialog::setMasking(bool on)
{
    m_history.setMasking(on, this, [this, on](const dcs::Result<void> &done) {
        if (done)
            return;
        m_ui->maskCheck->setChecked(!on);
        showProblem(done.error());
    });
}

void MaskingDialog::maskEarlier()
{
    if (!m_prompts.confirm(tr("Mask earlier calls"),
            tr("This replaces the IDs of %n call(s) by hashes for good. They cannot be sent again as they "
               "were.",
                nullptr, int(m_unmasked)),
            tr("Mask")))
        return;
    setWorking(true);
    setPlainText(*m_ui->stateLabel, tr("Masking…"));
    m_history.work([](store::History &history,
                       const store::History::Progress &progress) { return history.maskEarlier(progress); },
        this, [this](qint64 done, qint64 all) { showProgress(done, all); },
        [this](const dcs::Result<qint64> &masked) { finish(masked); });
}

// Thousandths: a bar counts in int.
void MaskingDialog::showProgress(qint64 done, qint64 all)
{
    m_ui->progress->setRange(0, all > 0 ? 1000 : 0);
    if (all > 0)
        m_ui->progress->setValue(int(done * 1000 / all));
}

void MaskingDialog::finish(const dcs::Result<qint64> &masked)
{
    setWorking(false);
    if (masked)
        count();
    else
        showProblem(masked.error());
}

void MaskingDialog::showProblem(const dcs::Error &error)
{
    setPlainText(*m_ui->stateLabel, (error.message + u' ' + error.remedy).trimmed());
}

void MaskingDialog::setWorking(bool working)
{
    m_working = working;
    m_ui->maskCheck->setEnabled(!working);
    m_ui->earlierButton->setEnabled(!working && m_unmasked > 0);
    m_ui->stopButton->setEnabled(working);
    m_ui->progress->setVisible(working);
}

} // namespace gui

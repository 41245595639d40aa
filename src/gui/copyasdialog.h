// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/exportcall.h"

#include <QDialog>

#include <memory>

namespace Ui {
class CopyAsDialog;
}

namespace dcs {
class Catalogue;
}

namespace gui {

class Prompts;

/// Writes a call to a file for another program, on request without the IDs of people.
class CopyAsDialog : public QDialog
{
    Q_OBJECT
public:
    CopyAsDialog(interop::ExportedCall exported, const dcs::Catalogue &catalogue, Prompts &prompts,
        QWidget *parent = nullptr);
    ~CopyAsDialog() override;

private:
    const interop::ExportFormat &format() const;
    void showText();
    void copy();
    void save();
    void showProblem(const dcs::Error &error);

    std::unique_ptr<Ui::CopyAsDialog> m_ui;
    interop::ExportedCall m_exported;
    interop::ExportedCall m_masked;
    Prompts &m_prompts;
    QByteArray m_text; ///< what the preview shows, byte for byte
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/sendoptions.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace Ui {
class OptionsPanel;
}

namespace gui {

class Prompts;

/// How the call travels: time limit, address to dial, proxy, trust. None of it changes a byte of the call.
class OptionsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit OptionsPanel(Prompts &prompts, QWidget *parent = nullptr);
    ~OptionsPanel() override;

    void setOptions(const dcs::SendOptions &options);
    const dcs::SendOptions &options() const { return m_options; }

Q_SIGNALS:
    void keepPasswordRequested(const QString &password); ///< of the proxy, in the keychain
    void optionsEdited(const dcs::SendOptions &options, const QByteArray &field);

private:
    void connectEdits();
    void showPassword();
    void edit(const QByteArray &field);
    void chooseFile(QLineEdit &target, const QString &title);

    std::unique_ptr<Ui::OptionsPanel> m_ui;
    Prompts &m_prompts;
    dcs::SendOptions m_options;
};

} // namespace gui

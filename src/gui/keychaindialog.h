// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QDialog>

#include <memory>

namespace Ui {
class KeychainDialog;
}

namespace gui {

class Services;

/// Stores secrets in the keychain of the system, lists their names and removes them. Values are never shown
/// again.
class KeychainDialog : public QDialog
{
    Q_OBJECT
public:
    explicit KeychainDialog(Services &services, QWidget *parent = nullptr);
    ~KeychainDialog() override;

private:
    void showNames();
    void store();
    void remove();
    void updateButtons();
    void setBusy(bool busy);
    void finish(const dcs::Result<void> &result, const QString &text);
    QString chosen() const;

    std::unique_ptr<Ui::KeychainDialog> m_ui;
    Services &m_services;
    bool m_busy = false;
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"

#include <QWidget>

#include <memory>

namespace Ui {
class HeadersPanel;
}

namespace gui {

class HeadersModel;

/// Every header line in wire order.
class HeadersPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HeadersPanel(QWidget *parent = nullptr);
    ~HeadersPanel() override;

    void setCall(const dcs::Call &call, const QList<dcs::Header> &wire);
    const dcs::Call &call() const;
    void focusHeader(const QString &name);

Q_SIGNALS:
    void callEdited(const dcs::Call &call, const QString &text, const QByteArray &field);

private:
    void updateButtons();
    void move(int by);

    std::unique_ptr<Ui::HeadersPanel> m_ui;
    HeadersModel *m_model;
};

} // namespace gui

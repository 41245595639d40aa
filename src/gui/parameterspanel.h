// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/finding.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ParametersPanel;
}
namespace dcs {
class Catalogue;
}

namespace gui {

class ParametersModel;
class WireEdit;

/// All parameters in wire order as a table, or as lines of text.
class ParametersPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ParametersPanel(const dcs::Catalogue &catalogue, QWidget *parent = nullptr);
    ~ParametersPanel() override;

    void setCall(const dcs::Call &call);
    void setFindings(const QList<dcs::Finding> &findings);
    const dcs::Call &call() const;
    void focusParameter(int index);
    QString currentKey() const; ///< of the row that has the focus, for help

Q_SIGNALS:
    void callEdited(const dcs::Call &call, const QString &text, const QByteArray &field);

private:
    void connectButtons();
    void updateButtons();
    void changeValues(QByteArray (*change)(QByteArrayView), const QString &text);
    void editText();
    void showText();
    void move(int by);
    WireEdit *openEditor() const;
    QList<int> selectedRows() const;
    void select(int row, int column);

    std::unique_ptr<Ui::ParametersPanel> m_ui;
    ParametersModel *m_model;
};

} // namespace gui

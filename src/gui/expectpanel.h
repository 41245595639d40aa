// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/expectation.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ExpectPanel;
}

namespace gui {

class ExpectationsModel;

/// What the answer must say, a line each, and whether the latest one did.
class ExpectPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ExpectPanel(QWidget *parent = nullptr);
    ~ExpectPanel() override;

    void setLines(const QStringList &lines);
    QStringList lines() const;
    void setOutcomes(const QList<dcs::ExpectationOutcome> &outcomes);

Q_SIGNALS:
    void linesEdited(const QStringList &lines);

private:
    std::unique_ptr<Ui::ExpectPanel> m_ui;
    ExpectationsModel *m_model;
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FindingsPanel;
}

namespace gui {

class FindingsModel;

/// What is wrong with the call, and how to mend it.
class FindingsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);
    ~FindingsPanel() override;

    void setFindings(const QList<dcs::Finding> &findings);

Q_SIGNALS:
    void mendRequested(const dcs::Finding &finding);
    void fieldRequested(const dcs::Finding &finding); ///< show where it is

private:
    const dcs::Finding *current() const;
    void showCurrent();

    std::unique_ptr<Ui::FindingsPanel> m_ui;
    FindingsModel *m_model;
};

} // namespace gui

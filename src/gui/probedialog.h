// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "batch/regionprobe.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class ProbeDialog;
}

namespace gui {

class CallDocument;
class ProbeModel;
class Services;

/// How far each region is from here, measured the way the call travels, and which one is the user's.
class ProbeDialog : public QDialog
{
    Q_OBJECT
public:
    ProbeDialog(Services &services, CallDocument &document, QWidget *parent = nullptr);
    ~ProbeDialog() override;

    void start();

private:
    void measure();
    void measure(dcs::SendOptions options);
    void findHome();
    void showRows();
    void showSummary();
    void useRegion();
    const dcs::Region *chosen() const;

    std::unique_ptr<Ui::ProbeDialog> m_ui;
    Services &m_services;
    CallDocument &m_document;
    ProbeModel *m_model;
    std::unique_ptr<batch::RegionProbe> m_probe;
    std::optional<int> m_home;
    bool m_finished = false;
};

} // namespace gui

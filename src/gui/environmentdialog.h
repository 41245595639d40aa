// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"
#include "gui/draft.h"

#include <QDialog>
#include <QMap>

#include <memory>

class QLineEdit;

namespace Ui {
class EnvironmentDialog;
}

namespace gui {

class Services;

/// How the calls of the chosen environment travel where they do not say it themselves: proxy, CA, client
/// certificate, cookies; and its cookie jar. What is changed goes into the private environment file.
class EnvironmentDialog : public QDialog
{
    Q_OBJECT
public:
    /// For calls of that place.
    EnvironmentDialog(Services &services, const PresetPlace &place, QWidget *parent = nullptr);
    ~EnvironmentDialog() override;

Q_SIGNALS:
    void saved(); ///< the environments have to be read again

private:
    void showEnvironment();
    void showCookies();
    void chooseFile(QLineEdit &target, const QString &title);
    dcs::Result<QMap<QString, QByteArray>> changedKeys() const;
    void save();
    void clearCookies();
    void showProblem(const dcs::Error &error);

    std::unique_ptr<Ui::EnvironmentDialog> m_ui;
    Services &m_services;
    PresetPlace m_place;
    QString m_name; ///< of the environment that is shown; "" for none
    QMap<QString, QString> m_read; ///< what it said when it was shown
    QMap<QString, QString> m_shown; ///< the same, without what was saved since
};

} // namespace gui

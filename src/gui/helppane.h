// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class HelpPane;
}
namespace dcs {
class Catalogue;
}

namespace gui {

/// What a key means, as plain text out of the catalogue.
class HelpPane : public QWidget
{
    Q_OBJECT
public:
    explicit HelpPane(const dcs::Catalogue &catalogue, QWidget *parent = nullptr);
    ~HelpPane() override;

    void showKey(const QString &key); ///< "": how to get help
    void showText(const QString &text);
    QString text() const;

private:
    std::unique_ptr<Ui::HelpPane> m_ui;
    const dcs::Catalogue &m_catalogue;
};

/// Wire key that the widget with the focus is about: its `helpKey`, that of a parent, or of the current row
/// of a table.
QString helpKeyOf(const QWidget *widget);
/// The `helpText` of the widget or of a parent: of what is no key.
QString helpTextOf(const QWidget *widget);

} // namespace gui

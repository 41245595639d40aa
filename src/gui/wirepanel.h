// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/catalogue.h"
#include "dcs/result.h"
#include "dcs/wirerequest.h"

#include <QWidget>

#include <memory>

namespace Ui {
class WirePanel;
}

namespace gui {

/// What a call weighs against what the DCS takes (DCS API Methods: 8 K for GET, 32 K for POST).
struct CallSize {
    qsizetype bytes = 0;
    qsizetype limit = 0;

    bool operator==(const CallSize &) const = default;
};
CallSize callSize(const dcs::WireRequest &request, const dcs::Limits &limits);
QString callSizeText(const CallSize &size); ///< "312 B of 8,192 B"

/// The request byte for byte, before it is sent.
class WirePanel : public QWidget
{
    Q_OBJECT
public:
    explicit WirePanel(const dcs::Catalogue &catalogue, QWidget *parent = nullptr);
    ~WirePanel() override;

    void setRequest(const dcs::Result<dcs::WireRequest> &request);

Q_SIGNALS:
    void copyCurlRequested();

private:
    std::unique_ptr<Ui::WirePanel> m_ui;
    const dcs::Catalogue &m_catalogue;
    QByteArray m_bytes;
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/draft.h"

#include <QWidget>

#include <memory>

namespace Ui {
class CallPanel;
}
namespace dcs {
class Catalogue;
}

namespace gui {

class IdentitiesModel;
class SignalsModel;

/// The call as a form: partner, region, user IDs, signals and what the answer should contain. A projection of
/// the draft: it shows what it is given and reports edits, each of which changes only the parameter it must.
class CallPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CallPanel(const dcs::Catalogue &catalogue, QWidget *parent = nullptr);
    ~CallPanel() override;

    void setDraft(const Draft &draft);
    const Draft &draft() const { return m_draft; }
    void focusField(const QString &where, int parameter); ///< Host, url, method or a key

Q_SIGNALS:
    void draftEdited(const gui::Draft &draft, const QString &text, const QByteArray &field);

private:
    enum RegionItem { SandboxItem = -1, CustomItem = -2 };

    void fillRegions();
    void connectEndpoint();
    void connectTables();
    void connectAnswer();
    void showEndpoint();
    void showAnswer();
    void chooseRegion(int index);
    void connectDirectly(bool direct);
    void edit(const QString &text, const QByteArray &field = {});
    void editCall(const dcs::Call &call, const QString &text, const QByteArray &field);
    void setOption(const QString &key, const QString &value, bool present);
    QString optionText(QStringView key) const;

    std::unique_ptr<Ui::CallPanel> m_ui;
    const dcs::Catalogue &m_catalogue;
    Draft m_draft;
    IdentitiesModel *m_identities;
    SignalsModel *m_signals;
};

} // namespace gui

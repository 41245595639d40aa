// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"
#include "gui/latest.h"
#include "gui/rawfolds.h"
#include "gui/rawsearch.h"

#include <QTimer>

#include <optional>

namespace Ui {
class RawPage;
}

namespace gui {

class RawText;
class RawView;

/// The body as text: as it was received, indented, or in numbers.
class RawPage : public AnswerPage
{
    Q_OBJECT
public:
    enum Form { Pretty, Received, Hex };

    explicit RawPage(QWidget *parent = nullptr);
    ~RawPage() override;

    void setReading(const AnswerReadingPtr &reading) override;
    void find(const RawPattern &pattern) override;
    void findNext(bool backward) override;
    AnswerFound found() const override;

    Form form() const;
    void setForm(Form form);
    RawView &view();
    void showOffset(qsizetype offset, qsizetype length = 0);

private:
    Form bestForm() const;
    bool canBePretty() const;
    bool canFold(Form form) const;
    void rebuild();
    void showText(const std::shared_ptr<const RawText> &text);
    void showProblem();
    void toggleFold(quint32 node);
    void foldTo(int depth);
    void goToMatch(size_t match);

    std::unique_ptr<Ui::RawPage> m_ui;
    AnswerReadingPtr m_reading;
    std::optional<Form> m_chosen; ///< by hand: kept for the next answers
    RawFolds m_folds;
    qsizetype m_shownRowBytes = 0;
    std::optional<RawMatch> m_toShow; ///< once the text is there
    std::optional<qsizetype> m_keepTop;
    RawSearch m_search;
    qint64 m_current = 0;
    QTimer m_resized; ///< rows are cut anew once the width stays
    Latest m_building;
};

} // namespace gui

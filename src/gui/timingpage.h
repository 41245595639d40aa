// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"

#include <memory>
#include <optional>

namespace Ui {
class TimingPage;
}

namespace gui {

class AnswerTableFinder;

/// How long each part of the call took, beside the last one to the same region, and over which connection it
/// went.
class TimingPage : public AnswerPage
{
    Q_OBJECT
public:
    explicit TimingPage(QWidget *parent = nullptr);
    ~TimingPage() override;

    void setReading(const AnswerReadingPtr &reading) override;
    void setEarlier(
        const dcs::Timings &timings, const QDateTime &startedAt); ///< the last call to the same region
    void find(const RawPattern &pattern) override;
    void findNext(bool backward) override;
    AnswerFound found() const override;

private:
    void showTimings();

    std::unique_ptr<Ui::TimingPage> m_ui;
    AnswerTableFinder *m_finder;
    AnswerReadingPtr m_reading;
    std::optional<dcs::Timings> m_earlier;
    QDateTime m_earlierAt;
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/answerpage.h"
#include "gui/jsonfilter.h"
#include "gui/latest.h"
#include "gui/rawsearch.h"

#include <atomic>
#include <memory>

class QAction;

namespace Ui {
class JsonPage;
}

namespace gui {

class JsonTreeModel;

/// The answer's JSON as a tree: path of the current value, copies of it, a filter, levels to open.
class JsonPage : public AnswerPage
{
    Q_OBJECT
public:
    explicit JsonPage(QWidget *parent = nullptr);
    ~JsonPage() override;

    void setReading(const AnswerReadingPtr &reading) override;
    void find(const RawPattern &pattern) override;
    void findNext(bool backward) override;
    AnswerFound found() const override;

    void copyPath();
    void copyValue(); ///< a string's own text, else the bytes as they stand
    void copyJson(); ///< the bytes as they stand
    void expandTo(int depth);

    static constexpr int mostExpanded = 5000; ///< arrays and objects opened at once

Q_SIGNALS:
    void showInRaw(qsizetype offset);

private:
    static QString noteAbout(const AnswerReading &reading);
    void addActions();
    void setFilter(const QString &text);
    void showFilter(const std::shared_ptr<const JsonFilter> &filter);
    void showPath();
    void expandSome();
    void expandFound();
    void goTo(const dcs::JsonValue &value);
    void goToMatch(size_t match);
    void copyLong(const std::function<QString()> &text);

    std::unique_ptr<Ui::JsonPage> m_ui;
    JsonTreeModel *m_model;
    RawSearch m_search;
    qint64 m_current = 0;
    Latest m_filtering;
    Latest m_copying;
    std::shared_ptr<std::atomic_bool> m_filterStopped;
};

} // namespace gui

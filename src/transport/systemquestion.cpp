// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/systemquestion.h"

#include <mutex>
#include <thread>

namespace transport {

/// What the asker and the thread share; the asker hangs up by taking itself out.
struct SystemQuestion::Line {
    std::mutex mutex;
    SystemQuestion *asker = nullptr;
};

SystemQuestion::SystemQuestion(std::function<Answer()> ask, QObject *parent)
    : QObject(parent)
    , m_line(std::make_shared<Line>())
{
    m_line->asker = this;
    std::thread([line = m_line, ask = std::move(ask)] {
        Answer answer = ask();
        const std::lock_guard lock(line->mutex);
        if (line->asker)
            QMetaObject::invokeMethod(line->asker, std::move(answer), Qt::QueuedConnection);
    }).detach();
}

SystemQuestion::~SystemQuestion()
{
    const std::lock_guard lock(m_line->mutex);
    m_line->asker = nullptr;
}

} // namespace transport

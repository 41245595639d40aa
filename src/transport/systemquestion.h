// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace transport {

/// A question to the system that may block for seconds (a host's addresses, the system's proxy), asked on a
/// thread of its own for which nobody waits: not the caller, and not the end of the program, as QHostInfo's
/// thread pool would. The question must not touch anything of its owner. An answer that comes after this
/// object is gone is dropped.
class SystemQuestion : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void()>; ///< runs on the thread of this object

    explicit SystemQuestion(std::function<Answer()> ask, QObject *parent = nullptr);
    ~SystemQuestion() override;

private:
    struct Line;
    std::shared_ptr<Line> m_line;
};

} // namespace transport

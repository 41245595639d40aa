// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/inorder.h"
#include "gui/presetedits.h"

#include <QUndoStack>

#include <functional>

namespace gui {

/// The steps that are taken in the files of presets: each done off the window's thread, one after the other,
/// and undone in the opposite order. A step that cannot be undone, since somebody changed the file, ends what
/// can be.
class PresetSteps : public QObject
{
    Q_OBJECT
public:
    using Step = std::function<dcs::Result<PresetEdit>()>;

    explicit PresetSteps(InOrder &files, QObject *parent = nullptr);

    void take(const Step &step);
    void record(const PresetEdit &edit); ///< taken already, by somebody who could not wait
    QUndoStack &undoStack() { return m_undoStack; }
    bool isBusy() const { return m_pending > 0; } ///< files change, and taken() has not said how yet

Q_SIGNALS:
    void taken(const gui::PresetEdit &edit); ///< or taken back
    void failed(const dcs::Error &error);

private:
    friend class UndoPresetStep;
    void takeBack(const std::shared_ptr<PresetEdit> &edit);

    QUndoStack m_undoStack;
    InOrder &m_files;
    int m_pending = 0;
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/presetsteps.h"

#include <QUndoCommand>

namespace gui {

/// Undo and redo of one step are the same thing: the opposite of what was done last. The edit belongs to the
/// worker from the first undo on, so that undo and redo in quick succession follow each other.
class UndoPresetStep : public QUndoCommand
{
public:
    UndoPresetStep(PresetSteps &steps, const PresetEdit &edit)
        : QUndoCommand(edit.text)
        , m_steps(steps)
        , m_edit(std::make_shared<PresetEdit>(edit))
    {
    }
    void undo() override { m_steps.takeBack(m_edit); }
    void redo() override
    {
        if (!std::exchange(m_isNew, false)) // pushing it is no second time
            m_steps.takeBack(m_edit);
    }

private:
    PresetSteps &m_steps;
    std::shared_ptr<PresetEdit> m_edit;
    bool m_isNew = true;
};

PresetSteps::PresetSteps(InOrder &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
{
    m_undoStack.setUndoLimit(50); // each holds the files as they were
}

void PresetSteps::take(const Step &step)
{
    ++m_pending;
    m_files.run(this, step, [this](const dcs::Result<PresetEdit> &edit) {
        --m_pending;
        if (!edit) {
            Q_EMIT failed(edit.error());
            return;
        }
        record(*edit);
        Q_EMIT taken(*edit);
    });
}

void PresetSteps::record(const PresetEdit &edit)
{
    if (!edit.changes.isEmpty())
        m_undoStack.push(new UndoPresetStep(*this, edit));
}

void PresetSteps::takeBack(const std::shared_ptr<PresetEdit> &edit)
{
    ++m_pending;
    m_files.run(
        this,
        [edit] {
            auto back = gui::takeBack(*edit);
            if (back)
                *edit = *back;
            return back;
        },
        [this](const dcs::Result<PresetEdit> &back) {
            --m_pending;
            if (back) {
                Q_EMIT taken(*back);
                return;
            }
            m_undoStack.clear();
            Q_EMIT failed(back.error());
        });
}

} // namespace gui

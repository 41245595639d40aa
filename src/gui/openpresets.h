// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"
#include "gui/latest.h"
#include "gui/presetfiles.h"

#include <QObject>
#include <QSet>

namespace gui {

class CallDocument;
class CallTabs;
class PresetSteps;
class Services;

/// Ties open calls to the presets they came from: opens and saves them, follows them when their file is
/// renamed or edited in the tree, and notices when another program changed them. Never overwrites what it has
/// not shown.
class OpenPresets : public QObject
{
    Q_OBJECT
public:
    OpenPresets(Services &services, CallTabs &calls, PresetSteps &steps, QObject *parent = nullptr);

    void open(const PresetRef &ref);
    void openAll(const PresetRef &file, int most); ///< its first requests
    void save(CallDocument &document);
    void saveAs(CallDocument &document, const QString &name, const QString &path);
    void refresh(); ///< after a scan: what others did
    void follow(const PresetEdit &edit); ///< after a step of ours

Q_SIGNALS:
    void saved(const gui::PresetPlace &place, const gui::PresetEdit &edit);
    void newPlaceWanted(); ///< for the current call: save it as a new preset
    void told(dcs::Severity severity, const QString &text);
    void failed(const dcs::Error &error);

private:
    using Found = QList<std::pair<PresetPlace, dcs::Result<FoundPreset>>>;

    void find(bool ours);
    void take(const Found &found, bool ours);
    void takeChanged(CallDocument &document, const FoundPreset &found, bool ours);
    void takeGone(CallDocument &document);
    void tellOnce(const QByteArray &what, const QString &text);
    void finishSaving(
        CallDocument *document, const Draft &draft, const PresetPlace &place, const PresetEdit &edit = {});
    void resolve(CallDocument &document, const Draft &draft, const FoundPreset &found);
    void askAboutConflict(CallDocument &document, const Draft &draft);

    Services &m_services;
    CallTabs &m_calls;
    PresetSteps &m_steps;
    Latest m_finding;
    bool m_findsOurs = false;
    QSet<QByteArray> m_told;
};

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/environments.h"

#include "gui/draft.h"

namespace gui {

namespace {

const QList<interop::Environment> nobody;

bool isSame(const Environments::ByFolder &a, const Environments::ByFolder &b)
{
    if (a.keys() != b.keys())
        return false;
    for (auto one = a.cbegin(), other = b.cbegin(); one != a.cend(); ++one, ++other) {
        if (one->has_value() != other->has_value() || (one->has_value() && **one != **other))
            return false;
    }
    return true;
}

} // namespace

void Environments::set(const ByFolder &byFolder)
{
    QStringList problems;
    for (const auto &one : byFolder) {
        if (one.has_value())
            continue;
        problems.append(one.error().message);
        if (!m_told.contains(one.error().message))
            Q_EMIT failed(one.error());
    }
    m_told = problems;
    if (isSame(byFolder, m_byFolder))
        return;
    m_byFolder = byFolder;
    Q_EMIT changed();
}

QString Environments::folderOf(const PresetPlace &place) const
{
    const QString root = place.isPreset() ? place.folder : m_root;
    QString at = place.isPreset() && place.path.contains(u'/')
        ? place.folder + u'/' + place.path.section(u'/', 0, -2)
        : root;
    while (at.size() > root.size() && !m_byFolder.contains(at))
        at = at.section(u'/', 0, -2);
    return at;
}

const QList<interop::Environment> &Environments::list(const PresetPlace &place) const
{
    const auto found = m_byFolder.constFind(folderOf(place));
    return found != m_byFolder.constEnd() && found->has_value() ? **found : nobody;
}

const QList<interop::Environment> &Environments::list() const
{
    return list(PresetPlace());
}

const interop::Environment *Environments::current(const PresetPlace &place) const
{
    const QList<interop::Environment> &all = list(place);
    const auto found = std::find_if(all.cbegin(), all.cend(),
        [this](const interop::Environment &environment) { return environment.name == m_current; });
    return found == all.cend() ? nullptr : &*found;
}

const interop::Environment *Environments::current() const
{
    return current(PresetPlace());
}

void Environments::choose(const QString &name)
{
    if (name == m_current)
        return;
    m_current = name;
    Q_EMIT changed();
}

QMap<QString, QString> Environments::valuesFor(const PresetPlace &place) const
{
    const interop::Environment *chosen = current(place);
    QMap<QString, QString> values = chosen ? chosen->values : QMap<QString, QString>();
    values.insert(place.variables);
    values.insert(m_captured);
    return values;
}

void Environments::capture(const QMap<QString, QString> &values)
{
    if (values.isEmpty())
        return;
    m_captured.insert(values);
    Q_EMIT changed();
}

void Environments::forgetCaptured()
{
    if (m_captured.isEmpty())
        return;
    m_captured.clear();
    Q_EMIT changed();
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/environmentfiles.h"

#include "interop/environmenttext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using Edited = EnvironmentFiles::Edited;
using store::Workspace;

namespace {

const QString liveKey = u"dcs-live"_s;
const QString colorKey = u"dcs-color"_s;

dcs::Result<EnvironmentFiles::File> readOne(const Workspace &workspace, bool secret)
{
    const QString name = Workspace::environmentFileName(secret);
    const auto snapshot = workspace.read(name);
    if (snapshot)
        return EnvironmentFiles::File{snapshot->bytes, snapshot->sha256};
    if (snapshot.error().code == dcs::Errc::NotFound)
        return EnvironmentFiles::File{};
    return snapshot.error();
}

/// What one file says. "$shared" has its own values here, else it would be mixed into each of the others.
dcs::Result<QMap<QString, Edited>> readAlone(const QByteArray &bytes, bool secret)
{
    const QString sharedName = u"$shared"_s;
    const QString standIn = u"$shared alone"_s;
    auto text = interop::EnvironmentText::read(bytes, Workspace::environmentFileName(secret));
    if (!text)
        return text.error();
    text->renameEnvironment(sharedName, standIn);
    const auto read = interop::readEnvironments(text->bytes(), {});
    if (!read)
        return read.error();
    QMap<QString, Edited> out;
    for (const interop::Environment &one : *read) {
        const QString name = one.name == standIn ? sharedName : one.name;
        out.insert(name, {name, name, one.values, {}, one.live, one.color});
    }
    return out;
}

void writeValues(
    interop::EnvironmentText &text, const Edited &now, const QMap<QString, QString> &before, bool secret)
{
    for (auto value = before.cbegin(); value != before.cend(); ++value) {
        if (!now.values.contains(value.key()) || now.privateNames.contains(value.key()) != secret)
            text.removeValue(now.name, value.key());
    }
    for (auto value = now.values.cbegin(); value != now.values.cend(); ++value) {
        if (now.privateNames.contains(value.key()) == secret)
            text.setValue(now.name, value.key(), value.value());
    }
}

void writeMarks(interop::EnvironmentText &text, const Edited &now, const Edited &before)
{
    if (now.live != before.live && now.live)
        text.setFlag(now.name, liveKey, true);
    else if (now.live != before.live)
        text.removeValue(now.name, liveKey);
    if (now.color == before.color)
        return;
    if (now.color.isEmpty())
        text.removeValue(now.name, colorKey);
    else
        text.setValue(now.name, colorKey, now.color);
}

} // namespace

dcs::Result<EnvironmentFiles> EnvironmentFiles::read(const QString &folder)
{
    const Workspace workspace(folder);
    EnvironmentFiles files;
    files.folder = folder;
    auto shared = readOne(workspace, false);
    auto secret = readOne(workspace, true);
    if (!shared || !secret)
        return shared ? secret.error() : shared.error();
    files.shared = *shared;
    files.secret = *secret;
    const auto plain = readAlone(shared->bytes, false);
    const auto hidden = readAlone(secret->bytes, true);
    if (!plain || !hidden)
        return plain ? hidden.error() : plain.error();
    QMap<QString, Edited> all = *plain;
    for (const Edited &one : *hidden) {
        Edited &into = all[one.name];
        into.name = one.name;
        into.before = one.name;
        into.live = into.live || one.live;
        into.values.insert(one.values);
        into.privateNames = one.values.keys();
    }
    files.environments = all.values();
    return files;
}

void EnvironmentFiles::renameAndRemove(interop::EnvironmentText &text, const QList<Edited> &after) const
{
    for (const Edited &before : environments) {
        const auto kept = std::find_if(
            after.begin(), after.end(), [&](const Edited &one) { return one.before == before.name; });
        if (kept == after.end())
            text.removeEnvironment(before.name);
        else if (kept->name != before.name)
            text.renameEnvironment(before.name, kept->name);
    }
}

dcs::Result<QByteArray> EnvironmentFiles::writeOne(bool privateOne, const QList<Edited> &after) const
{
    const File &file = privateOne ? secret : shared;
    const QString name = Workspace::environmentFileName(privateOne);
    auto text = interop::EnvironmentText::read(file.bytes, name);
    if (!text)
        return text.error();
    renameAndRemove(*text, after);
    for (const Edited &now : after) {
        if (text->isTaken(now.name))
            return text->taken(now.name);
        const auto before = std::find_if(environments.begin(), environments.end(),
            [&](const Edited &one) { return !now.before.isEmpty() && one.name == now.before; });
        const Edited old = before == environments.end() ? Edited() : *before;
        if (!privateOne && now.before.isEmpty())
            text->addEnvironment(now.name);
        writeValues(*text, now, old.values, privateOne);
        if (!privateOne)
            writeMarks(*text, now, old);
    }
    const auto hasPrivate = [](const Edited &one) { return !one.privateNames.isEmpty(); };
    const bool isNothing = file.sha256.isEmpty()
        && (privateOne ? std::none_of(after.begin(), after.end(), hasPrivate) : after.isEmpty());
    if (isNothing || text->bytes() == file.bytes)
        return QByteArray();
    const auto written = Workspace(folder).write(name, text->bytes(), file.sha256);
    if (!written)
        return written.error();
    return written->sha256;
}

// Values move both ways, and must never stand in neither: where the second file cannot be written, the first
// is as it was. One that was not there before has nothing that the other lacks.
dcs::Result<void> EnvironmentFiles::write(const QList<Edited> &after) const
{
    const auto hidden = writeOne(true, after);
    if (!hidden)
        return hidden.error();
    const auto plain = writeOne(false, after);
    if (plain)
        return {};
    dcs::Error error = plain.error();
    if (!hidden->isEmpty() && !secret.sha256.isEmpty()) {
        const QString name = Workspace::environmentFileName(true);
        if (const auto back = Workspace(folder).write(name, secret.bytes, *hidden); !back)
            error.detail = back.error().message;
    }
    return error;
}

} // namespace gui

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"
#include "interop/environment.h"
#include "interop/httpfile.h"
#include "store/gitstatus.h"
#include "store/workspace.h"

#include <QDir>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Listed {
    QString path;
    interop::Preset preset;
    QString git; ///< "modified", "new" or ""
};

/// How a request differs from the last commit, of a file that differs.
QString gitState(const store::GitStatus::File &status, const interop::HttpFile &committed,
    const interop::HttpFile &now, int index)
{
    if (status.state == store::GitStatus::State::New)
        return u"new"_s;
    for (int i = 0; i < committed.presets().size(); ++i) {
        if (committed.text(i).trimmed() == now.text(index).trimmed())
            return {};
    }
    return committed.indexOf(now.presets()[index].name) >= 0 ? u"modified"_s : u"new"_s;
}

bool matches(const Listed &listed, const QStringList &words)
{
    const QString text = listed.path + u' ' + listed.preset.name + u' ' + listed.preset.title + u' '
        + QString::fromUtf8(dcs::url(listed.preset.call)) + u' '
        + QString::fromUtf8(dcs::hostHeader(listed.preset.call)) + u' ' + listed.preset.comments.join(u' ');
    return std::all_of(words.begin(), words.end(),
        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void write(dcs::JsonWriter &out, const Listed &listed, const Context &context)
{
    const interop::Preset &preset = listed.preset;
    out.beginObject()
        .key(u"file")
        .value(listed.path)
        .key(u"name")
        .value(preset.name)
        .key(u"title")
        .value(preset.title);
    out.key(u"line")
        .value(preset.line)
        .key(u"operand")
        .value(QDir(context.workspaceFolder).filePath(listed.path) + u'#' + preset.name);
    out.key(u"method")
        .value(QString::fromUtf8(preset.call.method))
        .key(u"url")
        .value(QString::fromUtf8(dcs::url(preset.call)));
    out.key(u"host").value(QString::fromUtf8(dcs::hostHeader(preset.call))).key(u"expectations").beginArray();
    for (const QString &expectation : preset.expectations)
        out.value(expectation);
    out.endArray().key(u"captures").beginArray();
    for (const QString &capture : preset.captures)
        out.value(capture);
    out.endArray().key(u"variables").beginArray();
    for (const QString &name : interop::variablesOf(preset.call))
        out.value(name);
    out.endArray().key(u"git");
    listed.git.isEmpty() ? out.null() : out.value(listed.git);
    out.key(u"error");
    preset.error ? out.value(preset.error->message) : out.null();
    out.endObject();
}

} // namespace

int runPresets(const Arguments &arguments, Context &context)
{
    const store::Workspace workspace(context.workspaceFolder);
    auto listing = workspace.scan();
    if (!listing)
        return context.fail(listing.error());
    const store::GitStatus git = store::GitStatus::of(workspace.folder());
    QStringList words;
    for (const QByteArray &word : arguments.operands())
        words += QString::fromUtf8(word);

    QList<Listed> found;
    for (const store::WorkspaceFile &file : std::as_const(listing->files)) {
        if (!file.problem.isEmpty()) {
            context.tell(u"%1: not read. %2\n"_s.arg(dcs::visible(file.path), file.problem));
            continue;
        }
        auto snapshot = workspace.read(file.path);
        if (!snapshot) {
            context.fail(snapshot.error()); // the others are listed all the same
            continue;
        }
        const interop::HttpFile contents = interop::HttpFile::parse(snapshot->bytes);
        const auto changed = git.files.constFind(file.path);
        const interop::HttpFile committed
            = interop::HttpFile::parse(changed == git.files.constEnd() ? QByteArray() : changed->committed);
        for (int i = 0; i < contents.presets().size(); ++i) {
            Listed listed{file.path, contents.presets()[i], {}};
            if (!matches(listed, words))
                continue;
            if (changed != git.files.constEnd())
                listed.git = gitState(*changed, committed, contents, i);
            found.append(listed);
        }
    }
    if (isJson(arguments)) {
        printJsonRows(context, arguments, found,
            [&context](dcs::JsonWriter &out, const Listed &listed) { write(out, listed, context); });
        return Ok;
    }
    QList<QStringList> rows;
    for (const Listed &listed : std::as_const(found))
        rows.append({listed.path + u'#' + listed.preset.name, QString::fromUtf8(listed.preset.call.method),
            QString::fromUtf8(dcs::hostHeader(listed.preset.call)),
            listed.preset.error
                ? u"line %1: %2"_s.arg(QString::number(listed.preset.line), listed.preset.error->message)
                : QString::fromUtf8(listed.preset.call.connectHost + listed.preset.call.path)});
    context.print(columns(rows));
    return Ok;
}

} // namespace cli

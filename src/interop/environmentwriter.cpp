// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environmentwriter.h"

#include "dcs/json.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"

namespace interop {

namespace {

/// `"name": {…}`, indented as a member of the file.
QByteArray memberOf(const Environment &environment, bool privateOne)
{
    dcs::JsonWriter out;
    out.beginObject().key(environment.name).beginObject();
    for (auto value = environment.values.cbegin(); value != environment.values.cend(); ++value) {
        if (environment.privateNames.contains(value.key()) == privateOne)
            out.key(value.key()).value(value.value());
    }
    if (environment.live && !privateOne)
        out.key(u"dcs-live").value(true);
    out.endObject().endObject();
    const QByteArray text = out.take().trimmed();
    return text.mid(1, text.size() - 2).trimmed(); // without the braces around it
}

} // namespace

dcs::Result<QByteArray> addEnvironment(
    const QByteArray &file, const Environment &environment, bool privateOne)
{
    const QByteArray member = "  " + memberOf(environment, privateOne);
    if (file.trimmed().isEmpty())
        return "{\n" + member + "\n}\n";
    const dcs::JsonDocument document = dcs::JsonDocument::parse(file);
    const dcs::JsonValue root = document.root();
    if (document.problem() || root.kind() != dcs::JsonValue::Kind::Object) {
        return dcs::Error{dcs::Errc::InvalidInput,
            QStringLiteral("The file of environments is no JSON object, so nothing was added to it."),
            QStringLiteral("Mend the file first."), {}};
    }
    if (root.member(environment.name).exists()) {
        return dcs::Error{dcs::Errc::Conflict,
            QStringLiteral("There is an environment “%1” already.").arg(dcs::visible(environment.name, 60)),
            QStringLiteral("Rename one of the two; an import never overwrites."), {}};
    }
    qsizetype end = root.end() - 1; // the closing brace
    const QByteArray tail = file.mid(end);
    while (end > 0 && QByteArrayView(" \t\r\n").contains(file.at(end - 1)))
        --end;
    const bool first = !root.firstChild().exists();
    return file.left(end) + (first ? "\n" : ",\n") + member + '\n' + tail;
}

} // namespace interop

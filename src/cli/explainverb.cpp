// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/text.h"
#include "interop/contractmembers.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

using dcs::JsonWriter;
using interop::writeNonEmpty;
using interop::writeTexts;

void writeCodes(JsonWriter &out, QStringView key, const QList<int> &codes)
{
    out.key(key).beginArray();
    for (const int code : codes)
        out.value(code);
    out.endArray();
}

void writeAllowed(JsonWriter &out, const dcs::Attribute &attribute)
{
    out.key(u"allowed").beginArray();
    for (qsizetype i = 0; i < attribute.allowed.size(); ++i) {
        out.beginObject().key(u"value").value(attribute.allowed[i]);
        writeNonEmpty(out, u"meaning", attribute.allowedMeanings.value(i));
        out.endObject();
    }
    out.endArray();
}

void writeMembers(JsonWriter &out, const dcs::Attribute &attribute)
{
    out.key(u"kind").value(u"key").key(u"name").value(attribute.name);
    out.key(u"group").value(attribute.kind).key(u"summary").value(attribute.summary);
    writeNonEmpty(out, u"format", attribute.format);
    writeNonEmpty(out, u"pattern", attribute.pattern);
    writeAllowed(out, attribute);
    writeNonEmpty(out, u"default", attribute.defaultValue);
    writeNonEmpty(out, u"example", attribute.example);
    writeTexts(out, u"endpoints", attribute.endpoints);
    out.key(u"repeatable").value(attribute.repeatable).key(u"commaList").value(attribute.commaList);
    writeNonEmpty(out, u"required", attribute.required);
    writeTexts(out, u"requires", attribute.requires_);
    writeTexts(out, u"conflictsWith", attribute.conflictsWith);
    out.key(u"deprecated").value(attribute.deprecated);
    writeTexts(out, u"replacedBy", attribute.replacedBy);
    out.key(u"reserved").value(attribute.reserved);
    writeNonEmpty(out, u"answerEffect", attribute.answerEffect);
    writeNonEmpty(out, u"notes", attribute.notes);
    writeCodes(out, u"errorCodes", attribute.errorCodes);
    writeTexts(out, u"findingCodes", attribute.findingCodes);
    writeNonEmpty(out, u"certainty", attribute.certainty);
    writeTexts(out, u"source", attribute.source);
}

void writeMembers(JsonWriter &out, const dcs::ErrorEntry &error)
{
    out.key(u"kind").value(u"code").key(u"code").value(error.code).key(u"message").value(error.message);
    out.key(u"level").value(error.level).key(u"category").value(error.category);
    out.key(u"meaning").value(error.meaning);
    writeTexts(out, u"causes", error.causes);
    writeNonEmpty(out, u"effect", error.effect);
    writeNonEmpty(out, u"action", error.action);
    out.key(u"retryable").value(error.retryable);
    writeNonEmpty(out, u"sandboxTrigger", error.sandboxTrigger);
    writeNonEmpty(out, u"notes", error.notes);
    writeTexts(out, u"findingCodes", error.findingCodes);
    writeNonEmpty(out, u"certainty", error.certainty);
    writeTexts(out, u"source", error.source);
}

void writeMembers(JsonWriter &out, const dcs::FindingEntry &finding)
{
    out.key(u"kind").value(u"finding").key(u"code").value(finding.code);
    out.key(u"severity").value(dcs::severityName(finding.severity)).key(u"when").value(finding.summary);
    writeCodes(out, u"errorCodes", finding.dcsCodes);
}

/// What the word names, with its members where it is a row of a table, and the help as text.
void writeExplanation(
    JsonWriter &out, const QString &word, const QString &help, const dcs::Catalogue &catalogue)
{
    bool isNumber = false;
    const int code = word.toInt(&isNumber);
    out.beginObject();
    if (const dcs::Attribute *attribute = catalogue.attribute(word))
        writeMembers(out, *attribute);
    else if (const dcs::FindingEntry *finding = catalogue.findingCode(word);
             finding && !catalogue.topic(word))
        writeMembers(out, *finding);
    else if (const dcs::ErrorEntry *error = isNumber ? catalogue.error(code) : nullptr)
        writeMembers(out, *error);
    else
        out.key(u"kind").value(u"other").key(u"name").value(word);
    out.key(u"text").value(help).endObject();
}

int listKeys(const Arguments &arguments, const Context &context)
{
    if (isJson(arguments)) {
        printJsonRows(context, arguments, context.catalogue->attributes(),
            [](JsonWriter &out, const dcs::Attribute &attribute) {
                out.beginObject();
                writeMembers(out, attribute);
                out.endObject();
            });
        return Ok;
    }
    QList<QStringList> rows;
    for (const dcs::Attribute &attribute : context.catalogue->attributes())
        rows.append({attribute.name, attribute.kind, attribute.deprecated ? u"deprecated"_s : QString(),
            attribute.summary});
    context.print(columns(rows));
    return Ok;
}

dcs::Error unknownWord(const QString &word, const dcs::Catalogue &catalogue)
{
    bool isNumber = false;
    word.toInt(&isNumber);
    const QString near = isNumber ? QString() : catalogue.nearestKey(word);
    return {dcs::Errc::NotFound,
        isNumber ? u"%1 is no published code, region, data source or status."_s.arg(dcs::visible(word, 60))
                 : u"\"%1\" is no key, code or finding that is known."_s.arg(dcs::visible(word, 60)),
        near.isEmpty() ? u"\"dcs explain\" lists the keys, \"dcs check --list\" the findings."_s
                       : u"Did you mean %1?"_s.arg(near),
        {}};
}

} // namespace

int runExplain(const Arguments &arguments, Context &context)
{
    const QString word = QString::fromUtf8(arguments.operand(0));
    if (word.isEmpty())
        return listKeys(arguments, context);
    const QString help = context.catalogue->help(word);
    if (help.isEmpty())
        return context.fail(unknownWord(word, *context.catalogue));
    if (isJson(arguments)) {
        printJson(context, arguments,
            [&](JsonWriter &out) { writeExplanation(out, word, help, *context.catalogue); });
        return Ok;
    }
    context.print(help.endsWith(u'\n') ? help : help + u'\n');
    return Ok;
}

} // namespace cli

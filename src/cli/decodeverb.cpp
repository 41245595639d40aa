// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/callinput.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/text.h"
#include "interop/contract.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

bool hasError(const QList<dcs::Finding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const dcs::Finding &finding) { return finding.severity == dcs::Severity::Error; });
}

void printCall(const Context &context, const dcs::Call &call)
{
    const dcs::Catalogue &catalogue = *context.catalogue;
    QList<QStringList> rows;
    const std::optional<int> region = dcs::region(call, catalogue);
    const QString alias = dcs::alias(call, catalogue);
    rows.append({u"endpoint"_s, dcs::endpointName(dcs::endpoint(call))});
    rows.append({u"method"_s, QString::fromUtf8(call.method)});
    rows.append({u"connect to"_s,
        u"%1:%2 (%3)"_s.arg(QString::fromUtf8(call.connectHost), QString::number(call.port),
            call.tls ? u"TLS"_s : u"clear text"_s)});
    rows.append({u"region"_s,
        region ? QString::number(*region) + u"  "_s + catalogue.region(*region)->name : u"-"_s});
    rows.append({u"alias"_s, alias.isEmpty() ? u"-"_s : alias});
    for (const dcs::Identity &identity : dcs::identities(call)) {
        QString text = dcs::kindName(identity.kind) + u"  "_s;
        if (!identity.nameSpace.isEmpty())
            text += identity.nameSpace + u"  "_s;
        text += identity.value;
        if (identity.authState != dcs::AuthState::Absent)
            text += u"  "_s + dcs::authStateName(identity.authState);
        rows.append({u"identity"_s, text});
    }
    for (const dcs::Signal &signal : dcs::signalsOf(call, catalogue))
        rows.append({u"signal"_s, signal.key + u" = "_s + signal.values.join(u" | "_s)});
    for (const dcs::Option &option : dcs::optionsOf(call, catalogue)) {
        const dcs::Attribute *attribute = catalogue.attribute(option.key);
        rows.append({u"option"_s,
            option.key + u" = "_s + option.value + (attribute ? u"   "_s + attribute->summary : QString())});
    }
    rows.append({u"size"_s,
        u"request line %1 bytes, body %2 bytes"_s.arg(dcs::requestLineBytes(call))
            .arg(dcs::bodyBytes(call))});
    context.print(columns(rows));
}

int listFindings(const Arguments &arguments, const Context &context)
{
    const QList<dcs::FindingEntry> &entries = context.catalogue->findingCodes();
    if (isJson(arguments)) {
        printJsonRows(context, arguments, entries, [](dcs::JsonWriter &out, const dcs::FindingEntry &entry) {
            out.beginObject().key(u"code").value(entry.code);
            out.key(u"severity").value(dcs::severityName(entry.severity));
            out.key(u"when").value(entry.summary).key(u"dcsCode");
            entry.dcsCode ? out.value(*entry.dcsCode) : out.null();
            out.endObject();
        });
        return Ok;
    }
    QList<QStringList> rows;
    for (const dcs::FindingEntry &entry : entries)
        rows.append({entry.code, dcs::severityName(entry.severity),
            entry.dcsCode ? QString::number(*entry.dcsCode) : QString(), entry.summary});
    context.print(columns(rows));
    return Ok;
}

/// A call to explain is never sent: variables may stay open, and where neither operand nor option names one
/// it is what is piped in.
dcs::Result<CallInput> readCall(const Arguments &arguments, Context &context)
{
    const bool isNamed = !arguments.operands().isEmpty() || arguments.has("alias") || arguments.has("header")
        || arguments.has("region") || arguments.has("direct") || context.inputIsTerminal;
    return readCallInput(isNamed ? arguments : arguments.withOperand("-"), context, Unresolved::Kept);
}

/// The region that the user's last answer named, where --user-region says it.
dcs::Result<dcs::CheckContext> readCheckContext(const Arguments &arguments, const Context &context)
{
    if (!arguments.has("user-region"))
        return dcs::CheckContext{};
    auto region = context.catalogue->findRegion(arguments.text("user-region"));
    if (!region)
        return region.error();
    return dcs::CheckContext{region->id};
}

struct CheckedCall {
    CallInput input;
    QList<dcs::Finding> findings;
};

dcs::Result<QList<CheckedCall>> readChecked(const Arguments &arguments, Context &context)
{
    auto known = readCheckContext(arguments, context);
    if (!known)
        return known.error();
    QList<CheckedCall> checked;
    const auto add = [&](const CallInput &input) {
        checked.append({input, input.findings});
        if (!input.source.error)
            checked.last().findings += dcs::check(input.call, *context.catalogue, *known);
    };
    if (arguments.has("all")) {
        auto inputs = readAllCalls(arguments, context, Unresolved::Kept);
        if (!inputs)
            return inputs.error();
        std::for_each(inputs->cbegin(), inputs->cend(), add);
    } else {
        auto input = readCall(arguments, context);
        if (!input)
            return input.error();
        add(*input);
    }
    for (const CheckedCall &one : std::as_const(checked)) {
        for (const QString &note : one.input.notes)
            context.tell(u"note: "_s + dcs::visible(note) + u'\n');
    }
    return checked;
}

void writeJson(const Arguments &arguments, const Context &context, const QList<CheckedCall> &checked)
{
    const auto write = [&context](dcs::JsonWriter &out, const CheckedCall &one) {
        interop::writeCall(out, one.input.call, one.findings, *context.catalogue, one.input.preset);
    };
    if (arguments.has("all"))
        printJsonRows(context, arguments, checked, write);
    else
        printJson(context, arguments, [&](dcs::JsonWriter &out) { write(out, checked.constFirst()); });
}

} // namespace

int runDecode(const Arguments &arguments, Context &context)
{
    auto checked = readChecked(arguments, context);
    if (!checked)
        return context.fail(checked.error());
    if (isJson(arguments)) {
        writeJson(arguments, context, *checked);
        return Ok;
    }
    printCall(context, checked->constFirst().input.call);
    printFindings(context, checked->constFirst().findings, false);
    return Ok;
}

int runCheck(const Arguments &arguments, Context &context)
{
    if (arguments.has("list") && !arguments.operands().isEmpty())
        return context.fail({dcs::Errc::Usage, u"--list lists all findings, it checks no call."_s,
            u"Leave out --list or the call."_s, {}});
    if (arguments.has("list"))
        return listFindings(arguments, context);
    auto checked = readChecked(arguments, context);
    if (!checked)
        return context.fail(checked.error());
    if (isJson(arguments)) {
        writeJson(arguments, context, *checked);
    } else {
        for (const CheckedCall &one : std::as_const(*checked)) {
            if (arguments.has("all"))
                context.print(u"### "_s + dcs::visible(one.input.preset) + u'\n');
            printFindings(context, one.findings, false);
        }
    }
    const bool failed = std::any_of(
        checked->cbegin(), checked->cend(), [](const CheckedCall &one) { return hasError(one.findings); });
    return failed ? CheckFailed : Ok;
}

} // namespace cli

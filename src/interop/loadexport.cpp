// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/loadexport.h"

#include "dcs/expectation.h"
#include "interop/environment.h"
#include "interop/expectationscript.h"
#include "interop/httpurl.h"

#include <cmath>

namespace interop {

namespace {

constexpr char userColumn[] = "user";

/// A double-quoted scalar, read alike by YAML and JSON: nothing in it is ever a number, a date or a flag.
QByteArray quoted(const QByteArray &bytes)
{
    return javaScriptString(QString::fromUtf8(bytes)).toUtf8();
}

QByteArray quoted(const QString &text)
{
    return javaScriptString(text).toUtf8();
}

/// The parameter with its ID replaced by {{user}}; namespaces and states stay.
QByteArray withUserVariable(const dcs::Identity &identity, const dcs::Parameter &parameter)
{
    const QByteArray variable = "{{" + QByteArray(userColumn) + "}}";
    const QByteArray key = parameter.wireKey().toByteArray() + '=';
    using Kind = dcs::Identity::Kind;
    if (identity.kind != Kind::Cid && identity.kind != Kind::CidIc && identity.kind != Kind::CidNs)
        return key + variable;
    // The parts of a d_cid are joined by the characters %01 (CID Replaces DPID and DPUUID).
    const QByteArray value = parameter.wireValue().toByteArray();
    const qsizetype first = value.indexOf("%01");
    const qsizetype second = first < 0 ? -1 : value.indexOf("%01", first + 3);
    if (first < 0)
        return key + variable;
    return key + value.left(first + 3) + variable + (second < 0 ? QByteArray() : value.mid(second));
}

QList<dcs::Header> sentHeaders(const dcs::Call &call)
{
    QList<dcs::Header> out;
    for (const dcs::Header &header : call.headers) {
        if (header.sent)
            out.append(header);
    }
    return out;
}

QByteArray columnsText(const LoadPlan &plan)
{
    return plan.columns.join(QStringLiteral(", ")).toUtf8();
}

QByteArray comment(const QByteArray &marker, const Preset &preset, const LoadPlan &plan)
{
    QByteArray out = marker + " Preset: " + preset.title.simplified().toUtf8() + '\n';
    out += marker + " Users come from " + plan.dataFile.simplified().toUtf8()
        + " (columns: " + columnsText(plan) + "), in the form in which they go into the URL.\n";
    out += marker + " Never put one fixed user ID here: the DCS denies users that call too often.\n";
    return out;
}

std::optional<int> expectedStatus(const QStringList &expectations)
{
    for (const QString &text : expectations) {
        const auto expectation = dcs::Expectation::parse(text);
        if (expectation && !expectation->negated && expectation->subject == u"status"
            && expectation->op == u"==")
            return expectation->operand.toInt();
    }
    return std::nullopt;
}

} // namespace

dcs::Call callForLoad(const dcs::Call &call, LoadPlan *plan)
{
    dcs::Call out = call;
    for (const dcs::Identity &identity : dcs::identities(call)) {
        // Of a legacy pair the second half holds the user.
        int at = identity.parameter;
        if (identity.kind == dcs::Identity::Kind::Dpuuid) {
            for (const int half : {identity.parameter, identity.partner}) {
                if (half >= 0 && call.parameters.at(half).key().endsWith(QLatin1String("dpuuid")))
                    at = half;
            }
        }
        if (at < 0 || call.parameters.at(at).wire.contains("{{"))
            continue;
        out.parameters[at].wire = withUserVariable(identity, call.parameters.at(at));
        break;
    }
    for (const QString &name : variablesOf(out)) {
        if (!name.startsWith(u'$') && !plan->columns.contains(name))
            plan->columns.append(name);
    }
    return out;
}

QByteArray writeArtillery(const Preset &preset, LoadPlan plan)
{
    const dcs::Call call = callForLoad(preset.call, &plan);
    const QByteArray body = dcs::body(call);
    // Artillery's phases count whole arrivals in a second; slower rates are given as a number for the whole
    // time.
    const bool wholeRate = plan.callsPerSecond >= 1 && std::floor(plan.callsPerSecond) == plan.callsPerSecond;
    QByteArray out = comment("#", preset, plan);
    out += "config:\n";
    out += "  target: " + quoted(httpUrlBase(call)) + '\n';
    out += "  phases:\n";
    out += "    - duration: " + QByteArray::number(plan.seconds) + '\n';
    if (wholeRate)
        out += "      arrivalRate: " + QByteArray::number(plan.callsPerSecond) + '\n';
    else
        out += "      arrivalCount: "
            + QByteArray::number(
                std::max(qint64(1), qint64(std::llround(plan.callsPerSecond * plan.seconds))))
            + '\n';
    if (!plan.columns.isEmpty()) {
        out += "  payload:\n";
        out += "    path: " + quoted(plan.dataFile) + '\n';
        out += "    fields:\n";
        for (const QString &column : std::as_const(plan.columns))
            out += "      - " + quoted(column) + '\n';
        // Without these it draws rows by chance, takes the names for a row, and turns IDs into numbers.
        out += "    order: sequence\n    skipHeader: true\n    cast: false\n";
    }
    if (expectedStatus(preset.expectations))
        out += "  plugins:\n    expect: {}\n";
    out += "scenarios:\n";
    out += "  - name: " + quoted(preset.title.isEmpty() ? preset.name : preset.title) + '\n';
    out += "    flow:\n";
    out += "      - " + call.method.toLower() + ":\n";
    out += "          url: " + quoted(dcs::target(call)) + '\n';
    out += "          followRedirect: false\n";
    out += "          headers:\n";
    for (const dcs::Header &header : sentHeaders(call))
        out += "            " + quoted(header.name) + ": " + quoted(header.value) + '\n';
    if (!body.isEmpty())
        out += "          body: " + quoted(body) + '\n';
    if (const auto status = expectedStatus(preset.expectations))
        out += "          expect:\n            - statusCode: " + QByteArray::number(*status) + '\n';
    for (const QString &expectation : preset.expectations) {
        if (expectedStatus({expectation}))
            continue;
        out += "          # not carried over: " + expectation.simplified().toUtf8() + '\n';
    }
    return out;
}

QByteArray writeK6(const Preset &preset, LoadPlan plan)
{
    const dcs::Call call = callForLoad(preset.call, &plan);
    // A template of the call: {{column}} is filled from the row.
    QByteArray out = comment("//", preset, plan);
    out += "import http from \"k6/http\";\n"
           "import exec from \"k6/execution\";\n"
           "import { check } from \"k6\";\n"
           "import { SharedArray } from \"k6/data\";\n\n";
    out += "// Cells are text and stay text; a quoted cell may hold commas and line ends.\n"
           "function rowsOf(text) {\n"
           "  const rows = [[]];\n"
           "  let cell = \"\", quoted = false;\n"
           "  for (let i = 0; i < text.length; i++) {\n"
           "    const c = text[i];\n"
           "    if (quoted) {\n"
           "      if (c !== '\"') cell += c;\n"
           "      else if (text[i + 1] === '\"') { cell += c; i++; }\n"
           "      else quoted = false;\n"
           "    } else if (c === '\"') quoted = true;\n"
           "    else if (c === \",\") { rows[rows.length - 1].push(cell); cell = \"\"; }\n"
           "    else if (c === \"\\n\") { rows[rows.length - 1].push(cell); cell = \"\"; rows.push([]); }\n"
           "    else if (c !== \"\\r\") cell += c;\n"
           "  }\n"
           "  if (cell !== \"\" || rows[rows.length - 1].length > 0) rows[rows.length - 1].push(cell);\n"
           "  return rows.filter(row => row.length > 0 && (row.length > 1 || row[0] !== \"\"));\n"
           "}\n\n";
    out += "const table = new SharedArray(\"rows\", () => {\n"
           "  const [names, ...rows] = rowsOf(open("
        + quoted(plan.dataFile)
        + ").replace(/^\\uFEFF/, \"\"));\n"
          "  return rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])));\n"
          "});\n\n";
    out += "export const options = {\n"
           "  scenarios: {\n"
           "    calls: {\n"
           "      executor: \"constant-arrival-rate\",\n"
           "      rate: "
        + QByteArray::number(std::max(qint64(1), qint64(std::llround(plan.callsPerSecond * 60))))
        + ",\n"
          "      timeUnit: \"1m\",\n"
          "      duration: \""
        + QByteArray::number(plan.seconds)
        + "s\",\n"
          "      preAllocatedVUs: "
        + QByteArray::number(std::max(1, int(std::ceil(plan.callsPerSecond)) * 2))
        + ",\n"
          "    },\n"
          "  },\n"
          "};\n\n";
    out += "const fill = (text, row) => text.replace(/{{\\s*([^}]+?)\\s*}}/g, (all, name) => name in row ? "
           "row[name] : all);\n\n";
    out += "export default function () {\n"
           "  const row = table.length > 0 ? table[exec.scenario.iterationInTest % table.length] : {};\n";
    out += "  const url = fill(" + quoted(httpUrlBase(call) + dcs::target(call)) + ", row);\n";
    const QByteArray body = dcs::body(call);
    out += "  const sent = " + (body.isEmpty() ? QByteArray("null") : "fill(" + quoted(body) + ", row)")
        + ";\n";
    out += "  const headers = {\n";
    for (const dcs::Header &header : sentHeaders(call))
        out += "    " + quoted(header.name) + ": fill(" + quoted(header.value) + ", row),\n";
    out += "  };\n";
    out += "  const response = http.request(" + quoted(call.method)
        + ", url, sent, { headers, redirects: 0 });\n";
    QByteArray checks;
    QByteArray missing;
    for (const QString &expectation : preset.expectations) {
        const QString script = expectationScript(expectation);
        if (script.isEmpty())
            missing += "  // not carried over: " + expectation.simplified().toUtf8() + '\n';
        else
            checks += "    " + quoted(expectation) + ": () => " + script.toUtf8() + ",\n";
    }
    if (!checks.isEmpty()) {
        out += "  const status = response.status, time = response.timings.duration, body = response.body || "
               "\"\";\n"
               "  const header = name => response.headers[Object.keys(response.headers)\n"
               "    .find(key => key.toLowerCase() === name.toLowerCase())] || \"\";\n"
               "  check(response, {\n"
            + checks + "  });\n";
    }
    return out + missing + "}\n";
}

} // namespace interop

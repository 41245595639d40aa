// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/faults.h"
#include "sandbox/simulator.h"
#include "sandbox/world.h"

#include <QJsonDocument>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

// The partner that answers when nothing is configured: a first call shows a trait, a segment and both kinds
// of destination. "foo" is the alias of the shortest example. globex is there to own a data source that acme
// may not use.
constexpr const char *standardJson = R"json({
  "partners": [
    {
      "id": 1194,
      "aliases": ["acme", "foo"],
      "organization": "6418DF487603467B0A49DC47@AdobeOrg",
      "cts": true,
      "dataSources": [
        {"id": 123, "code": "crm_main", "kind": "cross-device"},
        {"id": 456, "code": "hashed_email", "kind": "cross-device"},
        {"id": 743, "code": "vendor"},
        {"id": 888, "code": "blocked_source"},
        {"id": 20920, "code": "MCPNS"}
      ],
      "traits": [
        {"id": 420020, "rule": "c_likes == \"jazz piano\"", "dataSource": 123},
        {"id": 5421506, "rule": "p_age < 25"},
        {"id": 420021, "rule": "c_page == \"checkout\" AND c_total >= 100"}
      ],
      "segments": [{"id": 984263, "legacyId": 741232, "rule": "420020"}],
      "destinations": [
        {"kind": "cookie", "name": "aam", "value": "seg=%alias%", "ttlDays": 30, "domain": "example.com",
         "segments": {"984263": "984263"}},
        {"kind": "url", "id": "2523", "url": "http://px.example/i?s=%alias%&u=%did%&r=%region%",
         "secureUrl": "https://px.example/i?s=%alias%&u=%did%&r=%region%",
         "segments": {"984263": "984263"}}
      ]
    },
    {
      "id": 1195,
      "aliases": ["globex"],
      "organization": "53A16ACB5CC1D3760A495C99@AdobeOrg",
      "cts": false,
      "allowedReferers": ["globex.example"],
      "blockedCountries": ["XX"],
      "dataSources": [{"id": 777, "code": "globex_crm", "kind": "cross-device"}]
    }
  ],
  "consent": {"greatestCmp": 500, "deletedCmps": [499]},
  "denyList": {
    "customerIds": ["123:blocked-customer"],
    "dataSources": [888],
    "devices": ["30630630630630630630630630630630630630"],
    "profiles": ["30730730730730730730730730730730730730"]
  },
  "optedOut": ["17117117117117117117117117117117117117"]
})json";

QString place(const QByteArray &json, int offset)
{
    const QByteArray before = json.left(offset);
    const auto line = before.count('\n') + 1;
    return u"line %1, column %2"_s.arg(line).arg(offset - before.lastIndexOf('\n'));
}

} // namespace

Config Config::standard()
{
    static const QJsonObject json = QJsonDocument::fromJson(standardJson).object();
    return {json, {}};
}

dcs::Result<Config> Config::read(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return dcs::Error{dcs::Errc::InvalidInput,
            u"The sandbox configuration is no JSON at %1: %2."_s.arg(
                place(json, problem.offset), problem.errorString()),
            u"docs/sandbox.md describes the file."_s, {}};
    }
    if (!document.isObject()) {
        return dcs::Error{dcs::Errc::InvalidInput, u"The sandbox configuration is no JSON object."_s,
            u"docs/sandbox.md describes the file."_s, {}};
    }
    if (const auto world = World::read(document.object()); !world)
        return world.error();
    return Config{document.object(), {}};
}

QStringList Config::faultKinds()
{
    return sandbox::faultKinds();
}

} // namespace sandbox

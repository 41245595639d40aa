// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/verbs.h"

namespace cli {

const OptionTable &commonOptions()
{
    static const OptionTable options{
        {"help", nullptr, "show what the verb does", 'h'},
        {"json", nullptr, "print one JSON document"},
        {"jsonl", nullptr, "print one JSON document a line"},
        {"color", "WHEN", "auto, always or never"},
        {"data-dir", "DIR", "folder of history and settings (or DCS_DATA_DIR)"},
        {"workspace", "DIR", "folder of the presets"},
    };
    return options;
}

const OptionTable &routeOptions()
{
    static const OptionTable options{
        {"connect-to", "HOST:PORT", "dial this address; TLS still verifies the region's host"},
        {"timeout", "SECONDS", "for the whole call, DNS included (default 30)"},
        {"proxy", "URL", "none, system, http://[USER[:PASSWORD]@]HOST:PORT or socks5://…"},
        {"ca", "FILE", "PEM file of the CA to trust instead of the system's"},
        {"cert", "FILE", "PEM file of a client certificate"},
        {"key", "FILE", "PEM file of its key"},
        {"insecure", nullptr, "accept any certificate, for this call only"},
        {"follow", "N", "follow at most N redirects (default 0)"},
        {"ipv4", nullptr, "IPv4 only"},
        {"ipv6", nullptr, "IPv6 only"},
    };
    return options;
}

const OptionTable &callOptions()
{
    static const OptionTable options = routeOptions()
        + OptionTable{
            {"alias", "NAME", "the partner's label; goes into the Host header"},
            {"region", "ID", "region ID, label or host; where the connection goes"},
            {"direct", nullptr, "connect to the alias's own host"},
            {"method", "METHOD", "GET or POST"},
            {"post", nullptr, "short for --method POST"},
            {"tls", nullptr, "use https"},
            {"no-tls", nullptr, "use clear text"},
            {"uuid", "ID", "Audience Manager user ID (d_uuid)"},
            {"mid", "ID", "Experience Cloud ID (d_mid)"},
            {"cid", "SOURCE:ID[:STATE]", "customer ID of a data source (d_cid); may be repeated"},
            {"cid-ic", "CODE:ID[:STATE]", "customer ID of an integration code (d_cid_ic); may be repeated"},
            {"param", "KEY=VALUE", "a parameter as plain text, encoded for the wire; may be repeated", 'p'},
            {"raw-param", "WIRE", "a parameter in wire form, sent as it stands; may be repeated"},
            {"header", "NAME: VALUE", "a header line; may be repeated", 'H'},
            {"body", "WIRE", "parameters of a POST body in wire form"},
            {"env", "NAME", "environment that {{variables}} come from"},
            {"var", "NAME=VALUE", "one variable; may be repeated"},
            {"expect", "EXPR", "an expectation, such as \"status == 200\"; may be repeated"},
        };
    return options;
}

namespace {

/// Of verbs that only look at a call.
OptionTable explainOptions()
{
    return {{"user-region", "ID", "region that the user's last answer named; another one is reported"}};
}

} // namespace

const QList<Verb> &verbs()
{
    static const QList<Verb> table{
        {"send", "[FILE.http[#NAME] | URL | curl LINE | HISTORY-ID | -]",
            "make one call and print the answer",
            "dcs send --sandbox --alias acme --uuid 22920112968019678612904394744954398990 --param "
            "c_likes=jazz",
            callOptions()
                + OptionTable{{"sandbox", nullptr, "send to the built-in simulator"},
                    {"all", nullptr,
                        "every request of the file in order; captures fill the {{variables}} of the next"},
                    {"dry-run", nullptr, "print the wire request, byte for byte, and send nothing"},
                    {"wire", nullptr, "print request and response bytes"},
                    {"cookies", nullptr, "use the cookie jar of the environment (off without this)"},
                    {"no-cookies", nullptr, "do not use it, whatever preset and environment say"},
                    {"no-history", nullptr, "do not record the call"}},
            runSend, 0},
        {"decode", "[URL | curl LINE | FILE.http[#NAME] | -]",
            "explain a call: identities, signals, options, findings",
            "dcs decode 'https://usw2.demdex.net/event?d_rtbd=json&d_cid=123%01cust%2B4711%011' --alias acme",
            callOptions() + explainOptions(), runDecode, 0},
        {"check", "[URL | curl LINE | FILE.http[#NAME] | -]", "only the findings; exit 1 if one is an error",
            "dcs check presets/login.http",
            callOptions() + explainOptions()
                + OptionTable{{"all", nullptr, "every request of the file"},
                    {"list", nullptr, "list the codes of all findings"}},
            runCheck, 0},
        {"answer", "[FILE | -]", "explain a saved answer: a body, or with --http a whole response",
            "curl -s 'http://127.0.0.1:8080/event?d_rtbd=json' | dcs answer -",
            OptionTable{{"http", nullptr, "the input is a whole raw HTTP response"},
                {"body", nullptr, "print the body instead: JSON indented, anything else line by line"}},
            runAnswer, -1, 1},
        {"ids", "[FILE | COOKIE | -]",
            "user ID and region out of an AMCV cookie, an /id answer, a DCS answer or a HAR",
            "dcs ids "
            "'AMCV_6418DF487603467B0A49DC47%40AdobeOrg=MCMID|37772646773714021060542651496937081269|MCAAMLH-"
            "4102444800|6'",
            {}, runIds, -1, 1},
        {"history",
            "[WORDS | show ID | pin ID… | unpin ID… | note ID TEXT | delete ID… | undelete [ID…] | export "
            "har|jsonl|csv|curl [WORDS] | prune | mask [on|off|earlier]]",
            "search the calls that were made, keep them in order",
            "dcs history error:171 alias:acme since:yesterday",
            OptionTable{{"alias", "NAME", "only calls to this alias"},
                {"region", "ID", "only calls to this region"},
                {"status", "CODE", "200, 4xx, failed, unknown or inflight"},
                {"error", "CODE", "only answers with this DCS code"},
                {"since", "WHEN", "today, yesterday, 2h, 7d or a date"},
                {"until", "WHEN", "as --since; a day counts to its end"},
                {"on", "DAY", "today, yesterday, 2026-01-31 or 2026-01"},
                {"preset", "NAME", "only calls of this preset"},
                {"env", "NAME", "only calls made with this environment"},
                {"batch", "ID", "only calls of this batch run"}, {"pinned", nullptr, "only pinned calls"},
                {"note", "TEXT", "only calls whose note says so; *: with any note"},
                {"limit", "N", "at most N calls (default 50)"},
                {"days", "N", "prune: what is older than N days"},
                {"keep", "N", "prune: all but the newest N calls"},
                {"bytes", "N", "prune: until the database is at most N bytes"},
                {"yes", nullptr, "prune, mask earlier: really do it"},
                {"mask", nullptr, "list, export: make IDs of people unreadable"},
                {"spreadsheet", nullptr,
                    "export csv: a cell that a spreadsheet would run as a formula gets a ' before it"}},
            runHistory},
        {"presets", "[WORDS]", "what the workspace holds", "dcs presets --json --workspace presets", {},
            runPresets},
        {"env", "[NAME]", "the environments of the workspace; with options how the calls of one travel",
            "dcs env staging --proxy 'http://me:{{$keychain proxy}}@proxy.example:3128' --cookies on",
            OptionTable{{"proxy", "URL", "none, system, http://… or socks5://…; \"\" takes it out"},
                {"ca", "FILE", "PEM file of the CA to trust instead of the system's"},
                {"cert", "FILE", "PEM file of a client certificate"}, {"key", "FILE", "PEM file of its key"},
                {"cookies", "on|off", "keep cookies in a jar of the environment, and send them back"},
                {"shared", nullptr, "write http-client.env.json, not the private file"}},
            runEnv},
        {"cookies", "[clear]", "the cookie jar of an environment", "dcs cookies --env staging",
            OptionTable{{"env", "NAME", "whose jar (without: the one of calls without environment)"}},
            runCookies},
        {"secret", "[list | set NAME | remove NAME]",
            "secrets in the keychain of the system, for {{$keychain NAME}}; set reads standard input",
            "dcs secret set proxy-password", {}, runSecret},
        {"regions", "", "the region table; with --probe how far each region is", "dcs regions --probe",
            OptionTable{
                {"probe", nullptr, "measure connect, TLS and answer time to every region (one GET / each)"},
                {"user-region", "ID", "the user's home, to be marked in the table"}}
                + routeOptions(),
            runRegions, -1, 0},
        {"sandbox", "", "run the simulator of the DCS until interrupted", "dcs sandbox --port 8080 --log",
            OptionTable{{"port", "N", "HTTP port on 127.0.0.1 (0: any free one)"},
                {"tls-port", "N", "HTTPS port (0: any free one)"},
                {"config", "FILE", "partners, traits, limits as JSON"},
                {"fault", "KIND", "make every answer go wrong that way"},
                {"log", nullptr, "one line for each request"}},
            runSandbox, -1, 0, sandboxChoices},
        {"diff", "A B",
            "compare two calls or answers: history IDs, HAR files (session.har#2 is the second call), saved "
            "answers, -; exit 1 if they differ",
            "dcs diff 17 session.har#2",
            OptionTable{
                {"ignore", "PATH",
                    "what may differ: a path such as $.dests[*].id or $..id, the name of a header or of a "
                    "parameter; may be repeated"},
                {"all", nullptr, "compare what differs every time, too: tid, times, Date, X-TID …"}},
            runDiff},
        {"import", "[url | curl | har | postman | http | csv] FILE",
            "calls of another program as an .http file, or a Postman environment as http-client.env.json",
            "dcs import har session.har --out session.http",
            OptionTable{{"out", "FILE", "write a new file instead of standard output"}}, runImport},
        {"export", "FORMAT [CALL | FILE.http | FOLDER]",
            "calls for another program: curl, curl-cmd, curl-powershell, har, postman, http, python, "
            "javascript, java, csharp, artillery, k6; or an environment: postman-environment",
            "dcs export postman --all --workspace presets --out presets.postman_collection.json",
            callOptions()
                + OptionTable{{"all", nullptr,
                                  "every request of the file, the folder or, without one, the workspace"},
                    {"out", "FILE", "write a new file instead of standard output"},
                    {"mask", nullptr, "make IDs of people unreadable"},
                    {"rate", "N", "artillery, k6: calls a second (default 1)"},
                    {"seconds", "N", "artillery, k6: how long (default 60)"},
                    {"data", "FILE", "artillery, k6: CSV that users come from (default users.csv)"}},
            runExport, 1},
        {"explain", "[KEY | CODE | FINDING]", "what a parameter, a DCS error code or a finding means",
            "dcs explain d_cid", {}, runExplain, -1, 1},
        {"completion", "bash | zsh | fish", "completion script for a shell", "source <(dcs completion bash)",
            {}, runCompletion, -1, 1},
    };
    return table;
}

} // namespace cli

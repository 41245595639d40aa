// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#include "batch/cookiefile.h"
#include "cli/callinput.h"
#include "cli/exitcode.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "dcs/jsonwriter.h"
#include "dcs/text.h"

namespace cli {

using namespace Qt::StringLiterals;

namespace {

QString expiry(const QNetworkCookie &cookie)
{
    return cookie.isSessionCookie() ? QString() : cookie.expirationDate().toUTC().toString(Qt::ISODate);
}

} // namespace

int runCookies(const Arguments &arguments, Context &context)
{
    const bool clears = arguments.operand(0) == "clear";
    if (arguments.operands().size() > (clears ? 1 : 0))
        return context.fail({dcs::Errc::Usage, u"dcs cookies shows the jar, dcs cookies clear empties it."_s,
            u"--env NAME says whose jar."_s, {}});
    const auto around = readSurroundings(arguments, context, {});
    if (!around)
        return context.fail(around.error());
    batch::CookieFile file(context.dataFolder, around->folder, arguments.text("env"));
    std::optional<dcs::Error> problem;
    QObject::connect(
        &file, &batch::CookieFile::failed, &file, [&](const dcs::Error &error) { problem = error; });
    const QList<QNetworkCookie> cookies = file.jar().cookies();
    if (clears) {
        file.clear();
        if (const auto cleared = file.wait(); !cleared)
            return context.fail(cleared.error());
        context.tell(u"%1 cookies removed\n"_s.arg(cookies.size()));
        if (isJson(arguments))
            printJson(context, arguments, [&](dcs::JsonWriter &out) {
                out.beginObject().key(u"removed").value(cookies.size()).endObject();
            });
        return Ok;
    }
    if (problem)
        return context.fail(*problem);
    if (isJson(arguments)) {
        printJsonRows(context, arguments, cookies, &transport::CookieJar::write);
        return Ok;
    }
    QList<QStringList> rows;
    for (const QNetworkCookie &cookie : cookies)
        rows.append({QString::fromUtf8(cookie.name()), dcs::visible(QString::fromUtf8(cookie.value()), 60),
            cookie.domain(), cookie.path(), expiry(cookie), cookie.isSecure() ? u"secure"_s : QString()});
    context.print(columns(rows));
    return Ok;
}

} // namespace cli

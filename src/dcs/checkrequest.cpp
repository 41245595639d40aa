// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The call around its parameters: host, connection, method, size (Making Server-to-Server DCS API Calls; DCS
// API Methods), and whom it is for.

#include "dcs/checksheet.h"
#include "dcs/text.h"

namespace dcs {

namespace {

bool isTemplate(QByteArrayView bytes)
{
    qsizetype from = 0;
    return findVariable(bytes, &from);
}

QString hostOf(const HostName &name)
{
    return QString::fromUtf8(aliasHost(name.label.toUtf8()));
}

/// The opt-out for all partners goes to www (Data Privacy Requests); static pages come from fast.<alias>.
bool isOwnNameAllowed(const Sheet &sheet)
{
    if (sheet.endpoint == Endpoint::OptOut && sheet.named.label == u"www")
        return true;
    return sheet.endpoint == Endpoint::Other && sheet.named.label.startsWith(u"fast.");
}

void checkHost(const Sheet &sheet, Report &report)
{
    const QString where = QStringLiteral("Host");
    const bool isPeerAlias = sheet.peer.kind == HostName::Kind::Alias;
    if (!sheet.host || sheet.host->trimmed().isEmpty()) {
        Finding &finding = report.add(u"host-missing", where,
            sheet.host ? QStringLiteral("The Host header is empty.")
                       : QStringLiteral("The call has no Host header."),
            QStringLiteral("Add Host: <alias>.demdex.net."));
        if (isPeerAlias)
            finding.mend = QStringLiteral("Add Host: %1").arg(hostOf(sheet.peer));
        return;
    }
    if (isTemplate(*sheet.host))
        return;
    if (sheet.named.kind == HostName::Kind::Foreign) {
        report.add(u"host-foreign", where,
            QStringLiteral("%1 is outside demdex.net, so the alias is not known.")
                .arg(quoted(QByteArrayView(*sheet.host))),
            QStringLiteral("Write <alias>.demdex.net unless the name is a CNAME for it."));
        return;
    }
    if (sheet.named.kind == HostName::Kind::Alias || isOwnNameAllowed(sheet))
        return;
    const bool isRegion = sheet.named.kind == HostName::Kind::Region;
    report.add(u"host-not-alias", where,
        isRegion ? QStringLiteral("%1 is the host of a region; the Host header names the partner.")
                       .arg(quoted(QByteArrayView(*sheet.host)))
                 : QStringLiteral("%1 is no partner's name.").arg(quoted(QByteArrayView(*sheet.host))),
        isRegion ? QStringLiteral("Connect to the region's host, and write Host: <alias>.demdex.net.")
                 : QStringLiteral("Write Host: <alias>.demdex.net, with the one label that Adobe assigned."));
    if (isRegion && isPeerAlias) {
        report
            .add(u"alias-misplaced", QStringLiteral("url"),
                QStringLiteral(
                    "The connection goes to the alias %1 and Host names the region %2: they changed places.")
                    .arg(hostOf(sheet.peer), hostOf(sheet.named)),
                QStringLiteral("Connect to %1, and write Host: %2.")
                    .arg(hostOf(sheet.named), hostOf(sheet.peer)))
            .mend
            = QStringLiteral("Move the alias into Host");
    }
}

/// https://usw2.demdex.net/acme/event: no endpoint has a label before it.
void checkAliasInPath(const Sheet &sheet, Report &report)
{
    const QByteArrayView label = aliasInPath(sheet.call.path);
    if (label.isEmpty() || sheet.named.kind == HostName::Kind::Foreign)
        return;
    const QString alias = QString::fromLatin1(label);
    report
        .add(u"alias-misplaced", QStringLiteral("url"),
            QStringLiteral("The path %1 has %2 in it; an alias belongs into the Host header.")
                .arg(quoted(QByteArrayView(sheet.call.path)), quoted(alias)),
            QStringLiteral("Write Host: %1.demdex.net, and the path without it.").arg(alias))
        .mend
        = QStringLiteral("Move the alias into Host");
}

/// Where the last answer placed the user: known from outside, or as the call itself says.
std::optional<int> userRegion(const Sheet &sheet)
{
    if (sheet.context.userRegion)
        return sheet.context.userRegion;
    const Piece *hint = sheet.first(u"dcs_region");
    bool isNumber = false;
    const int id = hint ? hint->parameter.value().toInt(&isNumber) : 0;
    return isNumber ? std::optional(id) : std::nullopt;
}

void checkRegion(const Sheet &sheet, Report &report)
{
    const std::optional<int> user = userRegion(sheet);
    const std::optional<int> called = user ? region(sheet.call, sheet.catalogue) : std::nullopt;
    if (!called || called == user)
        return;
    const Region *right = sheet.catalogue.region(*user);
    Finding &finding = report.add(u"region-differs", QStringLiteral("url"),
        QStringLiteral("The call goes to region %1, but the user's last answer named region %2.")
            .arg(QString::number(*called), QString::number(*user)),
        right ? QStringLiteral("Connect to %1.").arg(QString::fromLatin1(right->host))
              : QStringLiteral("No host is published for that region; the alias itself can be called."));
    if (right)
        finding.mend = QStringLiteral("Connect to %1").arg(QString::fromLatin1(right->host));
}

void checkConnection(const Sheet &sheet, Report &report)
{
    const QString where = QStringLiteral("url");
    const Call &call = sheet.call;
    const bool isSwapped = sheet.host && sheet.named.kind == HostName::Kind::Region;
    // dpm is the documented host of /id and /ibs: no region can be given for it.
    if (sheet.peer.kind == HostName::Kind::Alias && sheet.peer.label != u"dpm" && !isSwapped) {
        report.add(u"region-unknown", where,
            QStringLiteral("The connection goes to %1, so DNS chooses the region nearest to the caller, not "
                           "to the user.")
                .arg(hostOf(sheet.peer)),
            QStringLiteral("Connect to the host of the user's region, such as usw2.demdex.net, and keep the "
                           "alias in Host."));
    }
    checkRegion(sheet, report);
    if (!call.tls && !isLoopback(call.connectHost)) {
        Finding &finding = report.add(u"insecure-scheme", where,
            QStringLiteral("The call goes over http: everybody on the way can read its IDs."),
            QStringLiteral("Use https."));
        if (call.port == 80)
            finding.mend = QStringLiteral("Use https");
    }
    if (!call.fragment.isEmpty()) {
        report
            .add(u"fragment", where,
                QStringLiteral("%1 is never sent.").arg(quoted(QByteArrayView(call.fragment))),
                QStringLiteral("Encode the # as %23 if it belongs to a value, else remove the part."))
            .mend
            = QStringLiteral("Remove the part behind #");
    }
}

void checkPath(const Sheet &sheet, Report &report)
{
    const QByteArray &path = sheet.call.path;
    const ByteFacts facts = readBytes(path);
    if (facts.brokenPercent >= 0) {
        report
            .add(u"percent-broken", QStringLiteral("url"),
                QStringLiteral("The path %1 has a % that two hexadecimal digits do not follow.")
                    .arg(quoted(QByteArrayView(path))),
                QStringLiteral("Write %25 for a percent sign."))
            .mend
            = QStringLiteral("Write %25");
    }
    if (facts.hardRaw >= 0 || (facts.softRaw >= 0 && !isTemplate(path))) {
        Finding &finding = report.add(u"raw-character", QStringLiteral("url"),
            QStringLiteral("The path %1 has an unencoded character at byte %2.")
                .arg(quoted(QByteArrayView(path)),
                    QString::number(facts.hardRaw >= 0 ? facts.hardRaw : facts.softRaw)),
            QStringLiteral("Percent-encode it."));
        finding.severity = facts.hardRaw >= 0 ? Severity::Error : Severity::Warning;
        finding.mend = QStringLiteral("Encode the characters");
    }
}

void checkMethod(const Sheet &sheet, Report &report)
{
    const QByteArray &method = sheet.call.method;
    if (sheet.endpoint != Endpoint::Event || method == "GET" || method == "POST")
        return;
    Finding &finding = report.add(u"method", QStringLiteral("method"),
        QStringLiteral("%1 is no method of /event.").arg(quoted(QByteArrayView(method))),
        QStringLiteral("Use GET or POST."));
    const QByteArray upper = method.toUpper();
    if (upper == "GET" || upper == "POST")
        finding.mend = QStringLiteral("Use %1").arg(QString::fromLatin1(upper));
}

void reportSize(QStringView code, const QString &where, qsizetype bytes, qsizetype limit, const Sheet &sheet,
    Report &report)
{
    const bool isPost = where == u"body";
    Finding &finding = report.add(code, where,
        (isPost ? QStringLiteral("The body has %1 bytes; the DCS takes %2.")
                : QStringLiteral("The request line has %1 bytes; the DCS takes %2."))
            .arg(QString::number(bytes), QString::number(limit)),
        isPost ? QStringLiteral("Split the call; one user's calls go out one after the other.")
               : QStringLiteral("Send the call as POST, which takes 32768 bytes."));
    if (!isPost && sheet.endpoint == Endpoint::Event)
        finding.mend = QStringLiteral("Send as POST");
}

void checkSize(const Sheet &sheet, Report &report)
{
    const Limits &limits = sheet.catalogue.limits();
    if (sheet.call.method == "GET") {
        const qsizetype bytes = requestLineBytes(sheet.call);
        if (bytes > limits.nearGetBytes)
            reportSize(bytes > limits.getBytes ? u"get-too-large" : u"size-near-limit", QStringLiteral("url"),
                bytes, limits.getBytes, sheet, report);
    } else if (sheet.call.method == "POST") {
        const qsizetype bytes = bodyBytes(sheet.call);
        if (bytes > limits.nearPostBytes)
            reportSize(bytes > limits.postBytes ? u"post-too-large" : u"size-near-limit",
                QStringLiteral("body"), bytes, limits.postBytes, sheet, report);
    }
}

bool looksLikeForm(QByteArrayView bytes)
{
    return bytes.isEmpty()
        || (bytes.contains('=') && !bytes.startsWith('{') && !bytes.startsWith('[') && !bytes.startsWith('<')
            && !bytes.contains('\n') && !bytes.contains(' '));
}

void checkContentType(const Sheet &sheet, Report &report)
{
    if (sheet.call.method != "POST")
        return;
    const std::optional<QByteArray> type = headerValue(sheet.call.headers, "Content-Type");
    const QByteArray kind
        = type ? type->left(type->contains(';') ? type->indexOf(';') : type->size()).trimmed() : "";
    if (QByteArrayView(kind).compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0)
        return;
    Finding &finding = report.add(u"post-content-type", QStringLiteral("headers"),
        type ? QStringLiteral("Content-Type is %1, so the DCS does not read the body as parameters.")
                   .arg(quoted(QByteArrayView(*type)))
             : QStringLiteral("The POST has no Content-Type."),
        QStringLiteral("Add Content-Type: application/x-www-form-urlencoded."));
    if (!sheet.call.opaqueBody || looksLikeForm(*sheet.call.opaqueBody))
        finding.mend = QStringLiteral("Set the content type");
}

} // namespace

void checkRequest(const Sheet &sheet, Report &report)
{
    checkHost(sheet, report);
    checkAliasInPath(sheet, report);
    if (!isTemplate(sheet.call.connectHost))
        checkConnection(sheet, report);
    checkPath(sheet, report);
    checkMethod(sheet, report);
    checkSize(sheet, report);
    checkContentType(sheet, report);
}

void checkUser(const Sheet &sheet, Report &report)
{
    const Piece *uuid = sheet.first(Role::Uuid);
    const Piece *mid = sheet.first(Role::Mid);
    const Piece *customer = nullptr;
    for (const Piece &piece : sheet.pieces) {
        if (!customer && isIdentity(piece.role) && piece.role != Role::Uuid && piece.role != Role::Mid)
            customer = &piece;
    }
    const bool isEvent = sheet.endpoint == Endpoint::Event;
    if (uuid && mid) {
        const Piece &later = uuid->index > mid->index ? *uuid : *mid;
        report.add(u"two-device-ids", later,
            QStringLiteral("The call has d_uuid and d_mid. Which one counts is not documented."),
            QStringLiteral("Keep the one that the answers of the DCS gave."));
    } else if (!uuid && !mid && customer && isEvent && !sheet.hasCookie) {
        report.add(u"customer-id-only", *customer,
            QStringLiteral("The call has customer IDs and no device ID: the DCS makes up a device for it."),
            QStringLiteral("Add d_uuid or d_mid where it is known."));
    } else if (!uuid && !mid && !customer && !sheet.hasCookie && !sheet.call.opaqueBody
        && (isEvent || sheet.endpoint == Endpoint::Ibs || sheet.endpoint == Endpoint::OptOut)) {
        report.add(u"no-user", QStringLiteral("url"),
            QStringLiteral("The call names no user: the DCS makes up a new one."),
            QStringLiteral("Add d_uuid, d_mid or a customer ID."));
    }
    // What a body that is no form says is not known; its content type has a finding of its own.
    if (isEvent && !sheet.isMedia && !sheet.call.opaqueBody && !sheet.first(u"d_rtbd")) {
        report
            .add(u"no-json", QStringLiteral("d_rtbd"),
                QStringLiteral("Without d_rtbd=json no readable answer comes."),
                QStringLiteral("Add d_rtbd=json."))
            .mend
            = QStringLiteral("Add d_rtbd=json");
    }
    if (sheet.endpoint == Endpoint::Id && !sheet.first(u"d_ver")) {
        report
            .add(u"id-needs-ver", QStringLiteral("d_ver"), QStringLiteral("A call to /id needs d_ver=2."),
                QStringLiteral("Add d_ver=2."))
            .mend
            = QStringLiteral("Add d_ver=2");
    }
}

} // namespace dcs

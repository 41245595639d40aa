// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// The one-click mends of findings. Each changes the bytes it names and leaves all others alone.

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/decode.h"
#include "dcs/host.h"
#include "dcs/reading.h"
#include "dcs/text.h"

#include <algorithm>

namespace dcs {

namespace {

constexpr char formType[] = "application/x-www-form-urlencoded";

bool isRaw(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte >= 0x7f || std::string_view("\"<>\\^{}|`").find(c) != std::string_view::npos;
}

/// Encodes what must not travel as it is; {{variables}} stay.
QByteArray encodeRaw(QByteArrayView bytes)
{
    QByteArray out;
    qsizetype variable = 0;
    bool hasVariable = findVariable(bytes, &variable);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (hasVariable && i == variable) {
            const qsizetype end = bytes.indexOf("}}", i) + 2;
            out += bytes.sliced(i, end - i);
            i = end - 1;
            variable = end;
            hasVariable = findVariable(bytes, &variable);
        } else if (isRaw(bytes[i])) {
            out += percentEncode(bytes.sliced(i, 1));
        } else {
            out += bytes[i];
        }
    }
    return out;
}

QByteArray encodeBrokenPercents(QByteArrayView bytes)
{
    QByteArray out;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        out += bytes[i];
        if (bytes[i] == '%' && !isEscape(bytes, i))
            out += "25";
    }
    return out;
}

/// %25XX becomes %XX, the second encoding is undone.
QByteArray encodeOnce(QByteArrayView bytes)
{
    QByteArray out;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        out += bytes[i];
        const bool isTwice = bytes.sliced(i).startsWith("%25") && i + 4 < bytes.size()
            && hexValue(bytes[i + 3]) >= 0 && hexValue(bytes[i + 4]) >= 0;
        if (isTwice)
            i += 2;
    }
    return out;
}

/// Commas between quotes, the quotes raw or as %22.
QByteArray encodeQuotedCommas(QByteArrayView bytes)
{
    QByteArray out;
    bool isInside = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '"' || bytes.sliced(i).startsWith("%22"))
            isInside = !isInside;
        if (bytes[i] == ',' && isInside)
            out += "%2C";
        else
            out += bytes[i];
    }
    return out;
}

QByteArray withoutQuotes(QByteArrayView bytes)
{
    for (const QByteArrayView quote : {QByteArrayView("\""), QByteArrayView("%22")}) {
        if (bytes.startsWith(quote) && bytes.endsWith(quote) && bytes.size() >= 2 * quote.size())
            return bytes.sliced(quote.size(), bytes.size() - 2 * quote.size()).toByteArray();
    }
    return bytes.toByteArray();
}

QByteArray withoutQuotesEach(QByteArrayView wire)
{
    QByteArrayList pieces;
    for (const QByteArray &piece : wire.toByteArray().split(','))
        pieces.append(withoutQuotes(piece));
    return pieces.join(',');
}

/// The letters of the last part that look like a device ID change their case: the namespace keeps its own.
QByteArray withOtherCase(QByteArrayView wire, bool upper)
{
    const CidParts parts = splitCid(wire);
    const qsizetype at = parts.size() > 1 ? 1 : 0;
    const qsizetype offset = parts[at].data() - wire.data();
    QByteArray out = wire.toByteArray();
    const QByteArray id = parts[at].toByteArray();
    return out.replace(offset, id.size(), upper ? id.toUpper() : id.toLower());
}

class Mending
{
public:
    Mending(Call &call, const Finding &finding, const Catalogue &catalogue)
        : m_call(call)
        , m_finding(finding)
        , m_catalogue(catalogue)
    {
    }

    void apply()
    {
        const QString &code = m_finding.code;
        if (m_finding.parameter >= 0 && m_finding.parameter < m_call.parameters.size())
            mendParameter(code);
        else if (m_finding.parameter < 0)
            mendCall(code);
    }

private:
    Parameter &parameter() { return m_call.parameters[m_finding.parameter]; }
    void setValue(const QByteArray &wire)
    {
        parameter().wire = parameter().wireKey().toByteArray() + '=' + wire;
    }
    void setKey(QStringView key)
    {
        if (!key.isEmpty())
            parameter().wire.replace(0, parameter().wireKey().size(), percentEncode(key));
    }

    void mendParameter(QStringView code)
    {
        if (!mendEncoding(code) && !mendKey(code) && !mendIdentity(code))
            mendOption(code);
    }

    bool mendEncoding(QStringView code)
    {
        QByteArray &wire = parameter().wire;
        if (code == u"raw-character")
            wire = encodeRaw(wire);
        else if (code == u"separator-raw")
            wire.replace('\x01', "%01");
        else if (code == u"percent-broken")
            wire = encodeBrokenPercents(wire);
        else if (code == u"plus-is-space")
            setValue(parameter().wireValue().toByteArray().replace(
                '+', isIdentity(identityRole(parameter().key())) ? "%2B" : "%20"));
        else if (code == u"double-encoded")
            setValue(encodeOnce(parameter().wireValue()));
        else if (code == u"comma-in-quotes")
            setValue(encodeQuotedCommas(parameter().wireValue()));
        else if (code == u"quoted-value")
            setValue(withoutQuotesEach(parameter().wireValue()));
        else
            return false;
        return true;
    }

    bool mendKey(QStringView code)
    {
        const QString key = parameter().key();
        if (code == u"key-space") {
            setKey(QStringView(key).trimmed());
        } else if (code == u"key-case") {
            if (const Attribute *meant = m_catalogue.attributeIgnoringCase(key))
                setKey(meant->name);
        } else if (code == u"unknown-d-key") {
            setKey(m_catalogue.nearestKey(key));
        } else if (code == u"unprefixed-key") {
            setKey(m_catalogue.likelyMistakeFor(key));
        } else if (code == u"repeated-option") {
            m_call.parameters.removeAt(m_finding.parameter);
        } else {
            return false;
        }
        return true;
    }

    bool mendIdentity(QStringView code)
    {
        const QByteArray wire = parameter().wireValue().toByteArray();
        if (code == u"separator-encoded")
            setValue(QByteArray(wire).replace("%2501", "%01"));
        else if (code == u"cid-multi-pair")
            repeatKey();
        else if (code == u"auth-state")
            setValue(splitCid(wire).size() == 3
                    ? wire.first(splitCid(wire)[2].data() - wire.data() - separatorBytes(wire))
                    : wire);
        else if (code == u"device-id-format" || code == u"hashed-email-case")
            setValue(withOtherCase(wire, m_finding.mend.contains(QStringLiteral("upper"))));
        else if (code == u"deprecated-key")
            convertPair();
        else
            return false;
        return true;
    }

    /// Length of the separator before the third part.
    static qsizetype separatorBytes(QByteArrayView wire)
    {
        const CidParts parts = splitCid(wire);
        return parts[2].data() - (parts[1].data() + parts[1].size());
    }

    void repeatKey()
    {
        const Parameter old = parameter();
        const CidParts parts = splitCid(old.wireValue());
        m_call.parameters.removeAt(m_finding.parameter);
        for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
            const QByteArray wire = old.wireKey().toByteArray() + '=' + parts[i].toByteArray() + "%01"
                + parts[i + 1].toByteArray();
            m_call.parameters.insert(m_finding.parameter + i / 2, {wire, old.place, old.sent});
        }
    }

    /// d_dpid and d_dpuuid become one d_cid in the place of the first (CID Replaces DPID and DPUUID).
    void convertPair()
    {
        const QList<Identity> all = identities(m_call);
        const auto pair = std::find_if(all.begin(), all.end(), [this](const Identity &id) {
            return id.kind == Identity::Kind::Dpuuid && id.partner >= 0
                && (id.parameter == m_finding.parameter || id.partner == m_finding.parameter);
        });
        if (pair == all.end())
            return;
        const bool isSourceFirst
            = identityRole(m_call.parameters[pair->parameter].key()) == Role::LegacySource;
        const Parameter &source = m_call.parameters[isSourceFirst ? pair->parameter : pair->partner];
        const Parameter &id = m_call.parameters[isSourceFirst ? pair->partner : pair->parameter];
        const QByteArray wire
            = "d_cid=" + source.wireValue().toByteArray() + "%01" + id.wireValue().toByteArray();
        m_call.parameters[pair->parameter].wire = wire;
        m_call.parameters.removeAt(pair->partner);
    }

    void mendOption(QStringView code)
    {
        if (code == u"option-value" || code == u"cts-value" || code == u"ptfm-value" || code == u"event-value"
            || code == u"consent-value") {
            setAllowed();
        } else if (code == u"callback-without-json" || code == u"dst-without-json") {
            setOption(m_call, QStringLiteral("d_rtbd"), QStringLiteral("json"));
        } else if (code == u"redirect-encoding") {
            setValue(percentEncode(
                QByteArrayView(percentEncode(QByteArrayView(percentDecode(parameter().wireValue()))))));
        } else if (code == u"orgid-format") {
            const QString id = parameter().value();
            setValue(percentEncode(QStringView(id).first(qMin(qsizetype(24), id.size()))) + "%40AdobeOrg");
        }
    }

    void setAllowed()
    {
        const QString key = parameter().key();
        const Attribute *attribute = m_catalogue.attribute(key);
        if (!attribute)
            return;
        const QString value = parameter().value().trimmed();
        for (const QString &one : attribute->allowed) {
            if (value.compare(one, Qt::CaseInsensitive) == 0 || key == u"d_rtbd")
                return setValue(percentEncode(one));
        }
    }

    void mendCall(QStringView code)
    {
        if (code == u"host-missing") {
            setHostHeader(m_call, m_call.connectHost);
        } else if (code == u"alias-misplaced") {
            moveAliasIntoHost();
        } else if (code == u"region-differs") {
            connectToNamedRegion();
        } else if (code == u"insecure-scheme") {
            m_call.tls = true;
            m_call.port = 443;
        } else if (code == u"fragment") {
            m_call.fragment.clear();
        } else if (code == u"method") {
            setMethod(m_call, m_call.method.toUpper());
        } else if (code == u"get-too-large" || code == u"size-near-limit") {
            setMethod(m_call, "POST");
        } else if (code == u"post-content-type") {
            setFormType();
        } else if (code == u"percent-broken") {
            m_call.path = encodeBrokenPercents(m_call.path);
        } else if (code == u"raw-character") {
            m_call.path = encodeRaw(m_call.path);
        } else if (code == u"no-json") {
            setOption(m_call, QStringLiteral("d_rtbd"), QStringLiteral("json"));
        } else if (code == u"id-needs-ver") {
            setOption(m_call, QStringLiteral("d_ver"), QStringLiteral("2"));
        }
    }

    /// It stood in the path, or in the place of the region.
    void moveAliasIntoHost()
    {
        if (const QByteArrayView label = aliasInPath(m_call.path); !label.isEmpty()) {
            setHostHeader(m_call, aliasHost(label));
            m_call.path.remove(0, label.size() + 1);
            return;
        }
        const QByteArray partner = m_call.connectHost;
        m_call.connectHost = splitPort(hostHeader(m_call)).first.toByteArray();
        setHostHeader(m_call, partner);
    }

    /// The region is known from outside the call; the label of the mend names its host.
    void connectToNamedRegion()
    {
        for (const Region &region : m_catalogue.regions()) {
            if (m_finding.mend.endsWith(u' ' + QString::fromLatin1(region.host)))
                m_call.connectHost = region.host;
        }
    }

    void setFormType()
    {
        for (Header &header : m_call.headers) {
            if (header.sent
                && QByteArrayView(header.name).compare("Content-Type", Qt::CaseInsensitive) == 0) {
                header.value = formType;
                readBodyAsForm();
                return;
            }
        }
        m_call.headers.append({QByteArrayLiteral("Content-Type"), QByteArray(formType), true});
        readBodyAsForm();
    }

    void readBodyAsForm()
    {
        if (!m_call.opaqueBody)
            return;
        m_call.parameters += splitParameters(*m_call.opaqueBody, Parameter::Place::Body);
        m_call.opaqueBody.reset();
    }

    Call &m_call;
    const Finding &m_finding;
    const Catalogue &m_catalogue;
};

} // namespace

Call applyMend(const Call &call, const Finding &finding, const Catalogue &catalogue)
{
    Call mended = call;
    if (!finding.mend.isEmpty())
        Mending(mended, finding, catalogue).apply();
    return mended;
}

} // namespace dcs

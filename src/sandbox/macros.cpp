// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/macros.h"

#include "dcs/text.h"

#include <optional>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isWebUrl(QByteArrayView url)
{
    return url.size() > 8
        && (qstrnicmp(url.data(), "https://", 8) == 0 || qstrnicmp(url.data(), "http://", 7) == 0);
}

/// Replaces %name% and ${name} by what `value` says; a name without a value stays, marks included.
template <typename Value>
QByteArray fill(const QByteArray &pattern, Value value)
{
    QByteArray out;
    out.reserve(pattern.size() + 64);
    qsizetype at = 0;
    while (at < pattern.size()) {
        const bool isPercent = pattern[at] == '%';
        const bool isBrace = pattern[at] == '$' && at + 1 < pattern.size() && pattern[at + 1] == '{';
        if (isPercent || isBrace) {
            const qsizetype begin = at + (isPercent ? 1 : 2);
            const qsizetype end = pattern.indexOf(isPercent ? '%' : '}', begin);
            if (end > begin) {
                if (const auto text = value(pattern.mid(begin, end - begin), isBrace)) {
                    out += *text;
                    at = end + 1;
                    continue;
                }
            }
        }
        out += pattern[at++];
    }
    return out;
}

/// ${gdpr} and ${gdpr_consent_XXXX}; both cases occur in the documentation.
std::optional<QByteArray> consentMacro(
    const QByteArray &name, const Visit &visit, const QByteArray &gdpr, const QByteArray &consent)
{
    const QByteArray lower = name.toLower();
    if (lower == "gdpr")
        return gdpr;
    if (!lower.startsWith("gdpr_consent_"))
        return {};
    const QByteArray vendor = visit.partner->vendorId.toLatin1();
    return vendor.isEmpty() || lower.mid(13) == vendor.toLower() ? std::optional(consent) : std::nullopt;
}

QByteArray ecidOf(const Visit &visit, State &state, const User &user)
{
    if (!user.mid.isEmpty() || user.uuid.isEmpty())
        return user.mid;
    return state.ecid(*visit.partner, user.uuid);
}

QByteArray number(State &state)
{
    return QByteArray::number(state.random() >> 33);
}

} // namespace

QByteArray fillDestination(const QByteArray &pattern, const QByteArray &alias, const Visit &visit,
    State &state, const User &user, int region)
{
    return fill(pattern, [&](const QByteArray &name, bool isBrace) -> std::optional<QByteArray> {
        if (isBrace)
            return consentMacro(name, visit, user.gdpr.isEmpty() ? QByteArray("0") : user.gdpr, user.consent);
        if (name == "alias")
            return alias;
        if (name == "did")
            return user.uuid;
        if (name == "mcid")
            return ecidOf(visit, state, user);
        if (name == "region")
            return QByteArray::number(region);
        if (name == "rnd")
            return number(state);
        if (name == "timestamp")
            return QByteArray::number(visit.moment.ms / 1000);
        if (name == "http_proto")
            return visit.arrival.tls ? "https" : "http";
        if (name.startsWith("dpid_")) {
            bool ok = false;
            const qint64 source = name.mid(5).toLongLong(&ok);
            if (ok)
                return dcs::percentEncode(state.profiles.customer(user.uuid, source, visit.moment));
        }
        return {};
    });
}

QByteArray clickTarget(const Visit &visit, State &state, const User &user, int region)
{
    // d_rd is encoded twice, though one sample of the page does it once.
    QByteArray pattern = visit.optionText(u"d_rd").toUtf8();
    if (!isWebUrl(pattern))
        pattern = dcs::percentDecode(pattern);
    if (!isWebUrl(pattern))
        return {};
    const QByteArray target
        = fill(pattern, [&](const QByteArray &name, bool isBrace) -> std::optional<QByteArray> {
              if (isBrace)
                  return consentMacro(name, visit, visit.optionText(u"gdpr").toUtf8(),
                      visit.optionText(u"gdpr_consent").toUtf8());
              static const QByteArrayList keys{
                  "d_adgroup", "d_bu", "d_campaign", "d_creative", "d_placement", "d_site", "d_src"};
              if (keys.contains(name))
                  return dcs::percentEncode(visit.optionText(QString::fromLatin1(name)));
              const dcs::Identity *legacy = visit.identity(dcs::Identity::Kind::Dpuuid);
              if (name == "d_id")
                  return legacy ? dcs::percentEncode(legacy->nameSpace) : QByteArray();
              if (name == "d_dpuuid")
                  return legacy ? dcs::percentEncode(legacy->value) : QByteArray();
              if (name == "d_mid")
                  return ecidOf(visit, state, user);
              if (name == "d_uuid")
                  return user.uuid;
              if (name == "d_region")
                  return QByteArray::number(region);
              if (name == "r_rand")
                  return number(state);
              return {};
          });
    return isWebUrl(target) ? target : QByteArray();
}

} // namespace sandbox

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/callurl.h"

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "gui/wiretext.h"

#include <algorithm>

namespace gui {

using dcs::Parameter;

namespace {

bool inUrl(const Parameter &parameter)
{
    return parameter.sent && parameter.place != Parameter::Place::Body;
}

struct Common {
    qsizetype front = 0;
    qsizetype back = 0;
};

Common commonEnds(const QList<Parameter> &one, const QList<Parameter> &other)
{
    Common common;
    const qsizetype most = std::min(one.size(), other.size());
    while (common.front < most && one[common.front] == other[common.front])
        ++common.front;
    while (common.back < most - common.front
        && one[one.size() - 1 - common.back] == other[other.size() - 1 - common.back])
        ++common.back;
    return common;
}

} // namespace

QList<Parameter> mergeParameters(const QList<Parameter> &before, const QList<Parameter> &now)
{
    QList<Parameter> sent;
    std::copy_if(before.begin(), before.end(), std::back_inserter(sent), inUrl);
    const Common common = commonEnds(sent, now);
    const QList<Parameter> changed = now.mid(common.front, now.size() - common.front - common.back);

    QList<Parameter> out;
    qsizetype place = 0; // behind the last parameter of the URL, for an insertion at the end
    qsizetype index = 0;
    bool inserted = false;
    for (const Parameter &parameter : before) {
        if (!inUrl(parameter)) {
            out.append(parameter);
            if (parameter.place != Parameter::Place::Body)
                place = out.size();
            continue;
        }
        if (index == common.front && !inserted) {
            out.append(changed);
            inserted = true;
        }
        if (index < common.front || index >= sent.size() - common.back)
            out.append(parameter);
        place = out.size();
        ++index;
    }
    if (!inserted) {
        for (const Parameter &parameter : changed)
            out.insert(place++, parameter);
    }
    return out;
}

dcs::Result<dcs::Call> withUrl(
    const dcs::Call &before, const QByteArray &url, const dcs::Catalogue &catalogue)
{
    const dcs::Result<dcs::Call> read = dcs::decodeUrl(url);
    if (!read)
        return read.error();
    dcs::Call call = before;
    call.tls = read->tls;
    call.port = read->port;
    call.path = read->path;
    call.fragment = read->fragment;
    call.parameters = mergeParameters(before.parameters, read->parameters);
    if (read->connectHost != before.connectHost) {
        call.connectHost = read->connectHost;
        if (!catalogue.regionByHost(read->connectHost))
            dcs::setHostHeader(call, dcs::hostHeader(*read));
    }
    return call;
}

void setScheme(dcs::Call &call, bool tls)
{
    if (call.port == (call.tls ? 443 : 80))
        call.port = tls ? 443 : 80;
    call.tls = tls;
}

QString parametersAsText(const QList<Parameter> &parameters)
{
    QStringList lines;
    for (const Parameter &parameter : parameters)
        lines.append((parameter.sent ? QString() : QStringLiteral("#")) + wireText(parameter.wire));
    return lines.join(u'\n');
}

QList<Parameter> parametersFromText(
    const QString &text, const QList<Parameter> &before, Parameter::Place place)
{
    QList<Parameter> now;
    for (QStringView line : QStringView(text).split(u'\n')) {
        const bool sent = !line.startsWith(u'#');
        if (!sent)
            line = line.sliced(1);
        for (const QByteArray &wire : line.toUtf8().split('&'))
            now.append({wire, place, sent});
    }
    // A line that nobody touched keeps its bytes and its place, even where the editor cannot show them.
    QList<Parameter> left = before;
    QList<Parameter> out;
    for (const Parameter &parameter : now) {
        const auto same = std::find_if(left.begin(), left.end(), [&](const Parameter &old) {
            return old.sent == parameter.sent && wireText(old.wire).toUtf8() == parameter.wire;
        });
        if (same != left.end()) {
            out.append(*same);
            left.erase(left.begin(), same + 1);
        } else if (!parameter.wire.isEmpty()) { // a line that is still empty is no parameter yet
            out.append(parameter);
        }
    }
    std::stable_sort(
        out.begin(), out.end(), [](const Parameter &a, const Parameter &b) { return a.place < b.place; });
    return out;
}

} // namespace gui

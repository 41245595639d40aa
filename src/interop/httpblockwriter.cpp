// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/httpblockwriter.h"

#include "interop/alignment.h"
#include "interop/httpdirective.h"
#include "interop/httpparameterlines.h"
#include "interop/httpurl.h"
#include "interop/httpwriter.h"

#include <algorithm>

namespace interop {

namespace {

using Place = dcs::Parameter::Place;

/// One line's worth of text: line breaks and NUL would tear the block apart.
QByteArray oneLine(QByteArray text)
{
    for (char &c : text) {
        if (c == '\r' || c == '\n' || c == '\0')
            c = ' ';
    }
    return text.trimmed();
}

QByteArray directiveText(const HttpDirective &directive)
{
    const QByteArray value = oneLine(directive.value);
    return "# @" + directive.name + (value.isEmpty() ? QByteArray() : ' ' + value);
}

// "#@x" is a comment to everybody, "# @x" would be a directive.
QByteArray commentText(const QString &comment)
{
    QByteArray text = comment.toUtf8();
    for (char &c : text) {
        if (c == '\r' || c == '\n' || c == '\0')
            c = ' ';
    }
    if (text.trimmed().isEmpty())
        return "#";
    return (text.startsWith('@') ? "#" : "# ") + text;
}

QByteArray headerText(const dcs::Header &header)
{
    const QByteArray value = oneLine(header.value);
    return (header.sent ? QByteArray() : QByteArray("# @off ")) + header.name + ':'
        + (value.isEmpty() ? QByteArray() : ' ' + value);
}

QList<dcs::Parameter> placed(const dcs::Call &call, bool inBody)
{
    QList<dcs::Parameter> out;
    for (const dcs::Parameter &parameter : call.parameters) {
        if ((parameter.place == Place::Body) == inBody)
            out.append(parameter);
    }
    return out;
}

} // namespace

qsizetype HttpBlockWriter::requestAt() const
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).role == HttpRole::Request)
            return i;
    }
    return m_lines.size();
}

void HttpBlockWriter::writeTitle()
{
    if (m_new.title == m_old.title)
        return;
    const QByteArray title = oneLine(m_new.title.toUtf8());
    const QByteArray text = title.isEmpty() ? QByteArray("###") : "### " + title;
    for (HttpLine &existing : m_lines) {
        if (existing.role == HttpRole::Separator) {
            existing.text = text;
            return;
        }
    }
    m_lines.prepend(line(HttpRole::Separator, text));
}

void HttpBlockWriter::writeName()
{
    const QByteArray name = oneLine(m_new.name.toUtf8());
    if (m_new.name == m_old.name && (m_named || m_new.title == m_old.title))
        return;
    if (!m_named && (m_new.name == m_old.name || m_new.name == derivedPresetName(m_new)))
        return;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        HttpLine &existing = m_lines[i];
        if (existing.role != HttpRole::Directive || existing.name != "name")
            continue;
        if (name.isEmpty())
            m_lines.removeAt(i);
        else
            existing.text = directiveText({"name", name});
        return;
    }
    if (name.isEmpty())
        return;
    const bool separated = !m_lines.isEmpty() && m_lines.first().role == HttpRole::Separator;
    m_lines.insert(separated ? 1 : 0, line(HttpRole::Directive, directiveText({"name", name})));
}

void HttpBlockWriter::writeList(HttpRole role, const QByteArray &directive, const QStringList &texts,
    const std::function<QByteArray(const QString &)> &render)
{
    QStringList old;
    QList<qsizetype> at;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const HttpLine &existing = m_lines.at(i);
        if (existing.role != role || (role == HttpRole::Directive && existing.name != directive))
            continue;
        at.append(i);
        old.append(QString::fromUtf8(existing.value));
    }
    if (old == texts)
        return;
    const std::vector<qsizetype> match = align(old, texts);
    QMap<qsizetype, QList<HttpLine>> inserted; // in front of that line
    QList<bool> stays(at.size(), false);
    qsizetype anchor = at.isEmpty() ? requestAt() : at.first();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const qsizetype from = match[size_t(i)]; from >= 0) {
            stays[from] = true;
            anchor = at.at(from) + 1;
        } else {
            HttpLine added = line(role, render(texts.at(i)));
            added.name = directive;
            added.value = texts.at(i).toUtf8();
            inserted[anchor].append(added);
        }
    }
    QList<HttpLine> out;
    qsizetype item = 0; // of `at`, whose indexes rise
    for (qsizetype i = 0; i <= m_lines.size(); ++i) {
        out += inserted.value(i);
        const bool listed = item < at.size() && at.at(item) == i;
        if (i < m_lines.size() && (!listed || stays.at(item)))
            out.append(m_lines.at(i));
        item += listed ? 1 : 0;
    }
    m_lines = out;
}

void HttpBlockWriter::writeOptions()
{
    const QList<HttpDirective> before = optionDirectives(m_old.options);
    QList<HttpDirective> wanted = optionDirectives(m_new.options);
    const auto nameOf = [](const QByteArray &name) {
        return name == "no-redirect" ? QByteArray("follow-redirects")
            : name == "no-proxy"     ? QByteArray("proxy")
                                     : name;
    };
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        HttpLine &existing = m_lines[i];
        if (existing.role != HttpRole::Directive || !isOptionDirective(existing.name))
            continue;
        const QByteArray name = nameOf(existing.name);
        const auto find = [&](const QList<HttpDirective> &list) {
            return std::find_if(
                list.begin(), list.end(), [&](const HttpDirective &d) { return nameOf(d.name) == name; });
        };
        const auto was = find(before);
        const auto now = find(wanted);
        if (now == wanted.end() && was == before.end())
            continue; // says the default: may stay
        if (now == wanted.end()) {
            m_lines.removeAt(i);
        } else {
            if (was == before.end() || !(*was == *now))
                existing.text = directiveText(*now);
            wanted.erase(wanted.begin() + (now - QList<HttpDirective>::const_iterator(wanted.begin())));
        }
    }
    qsizetype at = requestAt();
    for (const HttpDirective &directive : std::as_const(wanted)) {
        HttpLine added = line(HttpRole::Directive, directiveText(directive));
        added.name = directive.name;
        m_lines.insert(at++, added);
    }
}

// Head, request line, query, headers, gap, body and tail become lists of their own.
void HttpBlockWriter::cut()
{
    const qsizetype request = requestAt();
    m_request = m_lines.value(request);
    qsizetype at = request + 1;
    qsizetype lastQuery = request;
    for (qsizetype i = at; i < m_lines.size(); ++i) {
        if (m_lines.at(i).role == HttpRole::Query || m_lines.at(i).role == HttpRole::QueryOff)
            lastQuery = i;
    }
    const auto take = [&](QList<HttpLine> &into, auto &&while_) {
        while (at < m_lines.size() && while_(m_lines.at(at).role))
            into.append(m_lines.at(at++));
    };
    while (at <= lastQuery)
        m_query.append(m_lines.at(at++));
    take(m_headers, [](HttpRole role) { return role != HttpRole::HeadEnd && role != HttpRole::Tail; });
    take(m_gap, [](HttpRole role) { return role == HttpRole::HeadEnd || role == HttpRole::Blank; });
    take(m_body, [](HttpRole role) { return role != HttpRole::Tail; });
    take(m_tail, [](HttpRole) { return true; });
    m_lines = m_lines.first(qMin(request, m_lines.size()));
}

QByteArray HttpBlockWriter::requestText(const QList<dcs::Parameter> &onFirst) const
{
    dcs::Call call = m_new.call;
    call.parameters = onFirst;
    for (dcs::Parameter &parameter : call.parameters)
        parameter.wire = httpLineBytes(parameter.wire);
    call.path = httpLineBytes(call.path);
    QByteArray target = call.path;
    if (!target.isEmpty() || !onFirst.isEmpty())
        target = dcs::target(call);
    return call.method + ' ' + oneLine(httpUrlBase(call)) + target;
}

void HttpBlockWriter::writeQuery()
{
    const QList<dcs::Parameter> before = placed(m_old.call, false);
    const QList<dcs::Parameter> after = placed(m_new.call, false);
    const dcs::Call &was = m_old.call;
    const dcs::Call &now = m_new.call;
    const bool sameBase = was.method == now.method && was.tls == now.tls && was.connectHost == now.connectHost
        && was.port == now.port && was.path == now.path && !m_request.text.isEmpty();
    if (sameBase && before == after)
        return;
    const QList<dcs::Parameter> oldFirst = m_request.parameters;
    qsizetype onFirst = HttpParameterLines::mustStandOnFirst(after);
    // A URL that somebody wrote on one line stays on one line.
    qsizetype inPlace = 0;
    const bool oneLiner = m_query.isEmpty() && !oldFirst.isEmpty();
    const std::vector<qsizetype> match = align(before, after);
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (!after.at(i).sent)
            break;
        if (oneLiner || (match[size_t(i)] >= 0 && match[size_t(i)] < oldFirst.size()))
            inPlace = i + 1;
    }
    onFirst = qMax(onFirst, inPlace);
    const bool keepRequest = sameBase && onFirst == oldFirst.size() && after.first(onFirst) == oldFirst;
    if (!keepRequest) {
        QList<dcs::Parameter> sent;
        for (const dcs::Parameter &parameter : after.first(onFirst)) {
            if (parameter.sent)
                sent.append(parameter);
        }
        const bool versioned = withoutHttpVersion(m_request.text) != m_request.text;
        const QByteArray version
            = versioned ? m_request.text.mid(withoutHttpVersion(m_request.text).size()) : "";
        m_request.text = requestText(sent) + version;
    }
    m_query = HttpParameterLines(HttpParameterLines::Style::Query, m_lineEnd)
                  .place(m_query, after, &m_request, onFirst);
    // " HTTP/1.1" ends the URL, so only the last line of it may say so.
    HttpLine *last = &m_request;
    for (HttpLine &query : m_query) {
        if (query.role != HttpRole::Query)
            continue;
        last->text = withoutHttpVersion(last->text);
        last = &query;
    }
}

void HttpBlockWriter::writeHeaders()
{
    QList<dcs::Header> after = m_new.call.headers;
    for (qsizetype i = 0; m_impliedHost && i < after.size(); ++i) {
        const QByteArray authority = httpAuthority(m_new.call);
        if (after.at(i).sent && after.at(i).name.compare("host", Qt::CaseInsensitive) == 0) {
            if (after.at(i).value == authority)
                after.removeAt(i);
            break;
        }
    }
    QList<dcs::Header> before;
    QList<qsizetype> at;
    for (qsizetype i = 0; i < m_headers.size(); ++i) {
        const HttpLine &existing = m_headers.at(i);
        if (existing.role == HttpRole::Header || existing.role == HttpRole::HeaderOff) {
            before.append({existing.name, existing.value, existing.role == HttpRole::Header});
            at.append(i);
        }
    }
    if (before == after)
        return;
    const std::vector<qsizetype> match = align(before, after);
    QList<HttpLine> out;
    qsizetype next = 0;
    const auto copyOthers = [&](qsizetype upTo) {
        for (; next < upTo; ++next) {
            if (!std::binary_search(at.begin(), at.end(), next))
                out.append(m_headers.at(next));
        }
    };
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (const qsizetype from = match[size_t(i)]; from >= 0) {
            copyOthers(at.at(from));
            out.append(m_headers.at(at.at(from)));
            next = at.at(from) + 1;
        } else {
            out.append(
                line(after.at(i).sent ? HttpRole::Header : HttpRole::HeaderOff, headerText(after.at(i))));
        }
    }
    copyOthers(m_headers.size());
    m_headers = out;
}

void HttpBlockWriter::writeBody(bool asBase64)
{
    const QList<dcs::Parameter> before = placed(m_old.call, true);
    const QList<dcs::Parameter> after = placed(m_new.call, true);
    const auto isForm = [](const dcs::Call &call) {
        return isFormContentType(dcs::headerValue(call.headers, "Content-Type").value_or(QByteArray()));
    };
    const bool form = isForm(m_new.call);
    if (before == after && m_old.call.opaqueBody == m_new.call.opaqueBody && form == isForm(m_old.call))
        return;
    m_lines.removeIf(
        [](const HttpLine &l) { return l.role == HttpRole::Directive && l.name == "body-base64"; });
    if (m_new.call.opaqueBody) {
        m_body.clear();
        if (asBase64)
            m_lines.append(line(HttpRole::Directive, "# @body-base64 " + m_new.call.opaqueBody->toBase64()));
        else
            m_body.append(line(HttpRole::Body, *m_new.call.opaqueBody));
    } else if (form) {
        if (!isForm(m_old.call) || m_old.call.opaqueBody)
            m_body.clear();
        m_body
            = HttpParameterLines(HttpParameterLines::Style::Form, m_lineEnd).place(m_body, after, nullptr, 0);
    } else {
        m_body.clear();
        QList<QByteArray> pieces;
        for (const dcs::Parameter &parameter : after) {
            if (parameter.sent)
                pieces.append(httpLineBytes(parameter.wire));
        }
        if (!pieces.isEmpty())
            m_body.append(line(HttpRole::Body, pieces.join('&')));
    }
    if (!m_body.isEmpty() && m_gap.isEmpty())
        m_gap.append(line(HttpRole::HeadEnd, {}));
}

QByteArray HttpBlockWriter::join() const
{
    QList<HttpLine> all = m_lines;
    all.append(m_request);
    all += m_query + m_headers + m_gap + m_body + m_tail;
    // A last line without line end is one only as long as it is the last.
    for (qsizetype i = 0; i + 1 < all.size(); ++i) {
        if (all.at(i).end.isEmpty())
            all[i].end = m_lineEnd;
    }
    return joinHttpLines(all);
}

QByteArray HttpBlockWriter::write(bool bodyAsBase64)
{
    const bool openEnd = !m_lines.isEmpty() && m_lines.last().end.isEmpty();
    writeTitle();
    writeName();
    writeList(HttpRole::Comment, {}, m_new.comments, commentText);
    writeList(HttpRole::Directive, "expect", m_new.expectations, [](const QString &text) {
        return directiveText({"expect", text.toUtf8()});
    });
    writeList(HttpRole::Directive, "capture", m_new.captures, [](const QString &text) {
        return directiveText({"capture", text.toUtf8()});
    });
    writeOptions();
    cut();
    writeQuery();
    writeHeaders();
    writeBody(bodyAsBase64);
    QByteArray out = join();
    if (openEnd && out.endsWith(m_lineEnd))
        out.chop(m_lineEnd.size());
    return out;
}

} // namespace interop

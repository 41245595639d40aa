// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "interop/environment.h"

#include "dcs/json.h"
#include "dcs/text.h"
#include "interop/environmentoptions.h"
#include "interop/httpurl.h"
#include "interop/secretmark.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

namespace interop {

namespace {

// Values may name other variables; a ring of them must end.
constexpr int maxNesting = 20;

int lineOf(QByteArrayView text, qsizetype offset)
{
    return int(text.first(qMin(offset, text.size())).count('\n')) + 1;
}

dcs::Error broken(const QString &file, const dcs::JsonDocument &document)
{
    const auto &problem = document.problem();
    const qsizetype at = problem ? problem->offset : 0;
    const QString what = problem ? problem->message : QStringLiteral("It holds no JSON object.");
    return {dcs::Errc::InvalidInput,
        QStringLiteral("%1, line %2: %3").arg(file, QString::number(lineOf(document.text(), at)), what),
        QStringLiteral("Mend the file; the environments in it cannot be used until then."), {}};
}

/// A value as the other programs put it into a text: strings as they are, numbers and flags as written.
std::optional<QString> valueText(const dcs::JsonValue &value)
{
    switch (value.kind()) {
    case dcs::JsonValue::Kind::String:
        return value.string();
    case dcs::JsonValue::Kind::Number:
    case dcs::JsonValue::Kind::True:
    case dcs::JsonValue::Kind::False:
        return QString::fromUtf8(value.raw());
    default:
        return std::nullopt;
    }
}

struct Reader {
    QList<Environment> environments;
    Environment shared; ///< "$shared"

    Environment &named(const QString &name)
    {
        if (name == u"$shared")
            return shared;
        for (Environment &environment : environments) {
            if (environment.name == name)
                return environment;
        }
        environments.append({name, {}, {}, false, {}});
        return environments.last();
    }

    void readOne(const dcs::JsonValue &object, bool isPrivate)
    {
        Environment &into = named(object.key());
        for (dcs::JsonValue member = object.firstChild(); member.exists(); member = member.next()) {
            const QString key = member.key();
            if (key == u"dcs-live") {
                into.live = member.kind() == dcs::JsonValue::Kind::True;
                continue;
            }
            if (key == u"dcs-color") {
                into.color = member.string();
                continue;
            }
            const auto text = valueText(member);
            if (!text)
                continue; // objects such as "SSLConfiguration" configure other programs
            if (isSendingKey(key)) {
                into.sending.insert(key, *text);
                continue;
            }
            into.values.insert(key, *text);
            if (isPrivate && !into.privateNames.contains(key))
                into.privateNames.append(key);
        }
    }

    dcs::Result<void> readFile(const QByteArray &text, const QString &file, bool isPrivate)
    {
        if (text.trimmed().isEmpty())
            return {};
        const QByteArray bytes = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
        const dcs::JsonDocument document = dcs::JsonDocument::parse(bytes);
        if (!document.isValid() || document.root().kind() != dcs::JsonValue::Kind::Object)
            return broken(file, document);
        for (dcs::JsonValue child = document.root().firstChild(); child.exists(); child = child.next()) {
            if (child.kind() == dcs::JsonValue::Kind::Object)
                readOne(child, isPrivate);
        }
        return {};
    }
};

/// Resolves one text; knows which names are being resolved, so that a ring is found.
class Resolver
{
public:
    Resolver(const QMap<QString, QString> &values, const Dynamic &dynamic)
        : m_values(values)
        , m_dynamic(dynamic)
    {
    }

    dcs::Result<QString> resolve(const QString &text, const QString &place)
    {
        QString out;
        qsizetype at = 0;
        while (true) {
            const qsizetype open = text.indexOf(u"{{", at);
            const qsizetype close = open < 0 ? -1 : text.indexOf(u"}}", open + 2);
            if (close < 0)
                break;
            out += QStringView(text).sliced(at, open - at);
            const QString name = text.mid(open + 2, close - open - 2).trimmed();
            auto value = valueOf(name, place);
            if (!value)
                return value.error();
            out += *value;
            at = close + 2;
        }
        return out + text.mid(at);
    }

private:
    dcs::Result<QString> valueOf(const QString &name, const QString &place)
    {
        if (const auto dynamic = dynamicValue(name))
            return *dynamic;
        const auto found = m_values.constFind(name);
        if (found == m_values.constEnd()) {
            return dcs::Error{dcs::Errc::Unresolved,
                QStringLiteral("The variable {{%1}} in %2 has no value.").arg(dcs::visible(name, 80), place),
                QStringLiteral("Choose an environment that defines it, or give it a value."), {}};
        }
        if (m_open.contains(name) || m_open.size() >= maxNesting) {
            return dcs::Error{dcs::Errc::Unresolved,
                QStringLiteral("The variable {{%1}} in %2 names itself.").arg(dcs::visible(name, 80), place),
                QStringLiteral("Give it a value without that variable."), {}};
        }
        m_open.append(name);
        auto value = resolve(*found, place);
        m_open.removeLast();
        return value;
    }

    std::optional<QString> dynamicValue(const QString &name) const
    {
        if (!name.startsWith(u'$'))
            return std::nullopt;
        const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
        const QString &kind = words.first();
        if (words.size() == 1 && (kind == u"$uuid" || kind == u"$guid" || kind == u"$random.uuid"))
            return m_dynamic.uuid();
        if (kind == u"$keychain" && words.size() == 2 && isSecretName(words.at(1)))
            return secretMark(words.at(1));
        if (kind == u"$timestamp")
            return timestamp(words);
        if (kind != u"$randomInt")
            return std::nullopt;
        // Alone 0 to 999, as httpyac and JetBrains have it; with limits the upper one is excluded.
        if (words.size() == 1)
            return m_dynamic.randomInt(0, 1000);
        bool fromOk = false, toOk = false;
        const qint64 from = words.value(1).toLongLong(&fromOk);
        const qint64 to = words.value(2).toLongLong(&toOk);
        if (words.size() != 3 || !fromOk || !toOk)
            return std::nullopt;
        return m_dynamic.randomInt(qMin(from, to), qMax(from, to));
    }

    /// {{$timestamp}} and {{$timestamp -2 d}}.
    std::optional<QString> timestamp(const QStringList &words) const
    {
        if (words.size() == 1)
            return m_dynamic.timestamp();
        static const QMap<QString, qint64> seconds{
            {QStringLiteral("s"), 1},
            {QStringLiteral("m"), 60},
            {QStringLiteral("h"), 3600},
            {QStringLiteral("d"), 86400},
            {QStringLiteral("w"), 604800},
        };
        bool ok = false, nowOk = false;
        const qint64 count = words.value(1).toLongLong(&ok);
        const qint64 now = m_dynamic.timestamp().toLongLong(&nowOk);
        const auto unit = seconds.constFind(words.value(2));
        if (words.size() != 3 || !ok || !nowOk || unit == seconds.constEnd() || qAbs(count) > 1'000'000'000)
            return std::nullopt;
        return QString::number(now + count * *unit);
    }

    const QMap<QString, QString> &m_values;
    const Dynamic &m_dynamic;
    QStringList m_open;
};

/// Calls `visit(bytes, place)` for each text of a call that may hold variables; stops when it returns false.
template <typename C, typename Visit>
bool visitTexts(C &call, Visit &&visit)
{
    if (!visit(call.connectHost, QStringLiteral("the host")) || !visit(call.path, QStringLiteral("the path")))
        return false;
    for (auto &parameter : call.parameters) {
        if (!parameter.sent || !parameter.wire.contains("{{"))
            continue;
        const QString key = QStringLiteral("the parameter “%1”").arg(dcs::visible(parameter.key(), 60));
        if (!visit(parameter.wire, key))
            return false;
    }
    for (auto &header : call.headers) {
        if (!header.sent)
            continue;
        const QString name
            = QStringLiteral("the header “%1”").arg(dcs::visible(QString::fromUtf8(header.name), 60));
        if (!visit(header.name, name) || !visit(header.value, name))
            return false;
    }
    return !call.opaqueBody || visit(*call.opaqueBody, QStringLiteral("the body"));
}

} // namespace

dcs::Result<QList<Environment>> readEnvironments(const QByteArray &shared, const QByteArray &privateOne)
{
    Reader reader;
    if (auto read = reader.readFile(shared, QStringLiteral("http-client.env.json"), false); !read)
        return read.error();
    if (auto read = reader.readFile(privateOne, QStringLiteral("http-client.private.env.json"), true); !read)
        return read.error();
    for (Environment &environment : reader.environments) {
        for (auto one = reader.shared.sending.cbegin(); one != reader.shared.sending.cend(); ++one) {
            if (!environment.sending.contains(one.key()))
                environment.sending.insert(one.key(), one.value());
        }
        for (auto value = reader.shared.values.cbegin(); value != reader.shared.values.cend(); ++value) {
            if (environment.values.contains(value.key()))
                continue;
            environment.values.insert(value.key(), value.value());
            if (reader.shared.privateNames.contains(value.key()))
                environment.privateNames.append(value.key());
        }
    }
    // Values that every environment would have are of use without one too.
    if (reader.environments.isEmpty()
        && !(reader.shared.values.isEmpty() && reader.shared.sending.isEmpty())) {
        reader.shared.name = QStringLiteral("$shared");
        reader.environments.append(reader.shared);
    }
    return reader.environments;
}

Dynamic Dynamic::real()
{
    return {
        [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); },
        [] { return QString::number(QDateTime::currentSecsSinceEpoch()); },
        [](qint64 from, qint64 to) {
            const quint64 span = to > from ? quint64(to) - quint64(from) : 1;
            return QString::number(qint64(quint64(from) + QRandomGenerator::global()->generate64() % span));
        },
    };
}

dcs::Result<QString> resolveText(
    const QString &text, const QMap<QString, QString> &values, const Dynamic &dynamic)
{
    return Resolver(values, dynamic).resolve(text, QStringLiteral("the text"));
}

dcs::Result<dcs::Call> resolve(
    const dcs::Call &call, const QMap<QString, QString> &values, const Dynamic &dynamic)
{
    dcs::Call out = call;
    Resolver resolver(values, dynamic);
    std::optional<dcs::Error> error;
    visitTexts(out, [&](QByteArray &bytes, const QString &place) {
        if (!bytes.contains("{{"))
            return true;
        const auto resolved = resolver.resolve(QString::fromUtf8(bytes), place);
        if (resolved)
            bytes = resolved->toUtf8();
        else
            error = resolved.error();
        return resolved.has_value();
    });
    if (error)
        return *error;
    if (call.connectHost.contains("{{")) {
        // A Host that was taken from the URL follows what the URL's variable stands for.
        const bool hostFollows = dcs::hostHeader(call) == call.connectHost;
        if (auto settled = settleConnectHost(out); !settled)
            return settled.error();
        if (hostFollows)
            dcs::setHostHeader(out, httpAuthority(out));
    }
    return out;
}

dcs::Result<QStringList> resolveLines(const QStringList &lines, const QString &what,
    const QMap<QString, QString> &values, const Dynamic &dynamic)
{
    QStringList out;
    Resolver resolver(values, dynamic);
    for (const QString &line : lines) {
        const auto resolved
            = resolver.resolve(line, QStringLiteral("%1 “%2”").arg(what, dcs::visible(line, 60)));
        if (!resolved)
            return resolved.error();
        out.append(*resolved);
    }
    return out;
}

QStringList variablesOf(const QString &text)
{
    QStringList out;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = text.indexOf(u"{{", at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u"}}", open + 2);
        if (close < 0)
            return out;
        const QString name = text.mid(open + 2, close - open - 2).trimmed();
        if (!out.contains(name))
            out.append(name);
        at = close + 2;
    }
}

QStringList variablesOf(const dcs::Call &call)
{
    QStringList out;
    visitTexts(call, [&out](const QByteArray &bytes, const QString &) {
        for (const QString &name : variablesOf(QString::fromUtf8(bytes))) {
            if (!out.contains(name))
                out.append(name);
        }
        return true;
    });
    return out;
}

QList<dcs::Finding> unresolvedFindings(const dcs::Call &call, const QMap<QString, QString> &values)
{
    QList<dcs::Finding> out;
    const Dynamic dynamic = Dynamic::real();
    Resolver resolver(values, dynamic);
    const auto judge = [&](const QByteArray &bytes, const QString &where, int parameter) {
        if (!bytes.contains("{{"))
            return;
        for (const QString &name : variablesOf(QString::fromUtf8(bytes))) {
            const auto value = resolver.resolve(QStringLiteral("{{%1}}").arg(name), where);
            if (!value)
                out.append({dcs::Severity::Error, QStringLiteral("variable-unresolved"), where,
                    value.error().message, value.error().remedy, parameter, {}, {}});
        }
    };
    judge(call.connectHost, QStringLiteral("url"), -1);
    judge(call.path, QStringLiteral("url"), -1);
    for (int i = 0; i < call.parameters.size(); ++i) {
        if (call.parameters[i].sent)
            judge(call.parameters[i].wire, call.parameters[i].key(), i);
    }
    for (const dcs::Header &header : call.headers) {
        const bool isHost = header.name.compare("Host", Qt::CaseInsensitive) == 0;
        if (header.sent)
            judge(header.name + ' ' + header.value,
                isHost ? QStringLiteral("Host") : QStringLiteral("headers"), -1);
    }
    if (call.opaqueBody)
        judge(*call.opaqueBody, QStringLiteral("body"), -1);
    return out;
}

} // namespace interop

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/cataloguetables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QResource>

// Outside the namespace, as the macro wants it. Naming the resource is also what makes the linker take it out
// of the static library.
static void registerTables()
{
    Q_INIT_RESOURCE(tables);
}

namespace dcs {

namespace {

QJsonObject readTable(const QString &name)
{
    registerTables();
    const QResource resource(QStringLiteral(":/tables/%1.json").arg(name));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(resource.uncompressedData(), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("table %s: %s", qPrintable(name), qPrintable(error.errorString()));
    return document.object();
}

QString text(const QJsonObject &row, QLatin1String key)
{
    return row.value(key).toString();
}

QStringList texts(const QJsonObject &row, QLatin1String key)
{
    QStringList out;
    const QJsonArray list = row.value(key).toArray();
    out.reserve(list.size());
    for (const QJsonValue value : list)
        out.append(value.toString());
    return out;
}

QList<int> numbers(const QJsonObject &row, QLatin1String key)
{
    QList<int> out;
    const QJsonArray list = row.value(key).toArray();
    for (const QJsonValue value : list)
        out.append(value.toInt());
    return out;
}

bool flag(const QJsonObject &row, QLatin1String key)
{
    return row.value(key).toBool();
}

template <typename Read>
auto rowsOf(const QJsonObject &table, QLatin1String key, Read read)
{
    QList<decltype(read(QJsonObject()))> out;
    const QJsonArray list = table.value(key).toArray();
    out.reserve(list.size());
    for (const QJsonValue row : list)
        out.append(read(row.toObject()));
    return out;
}

/// "usw2" of "usw2.demdex.net".
QString firstLabel(const QString &host)
{
    return host.section(u'.', 0, 0);
}

Region readRegion(const QJsonObject &row)
{
    Region out;
    out.id = row.value(QLatin1String("id")).toInt();
    out.name = text(row, QLatin1String("name"));
    out.label = text(row, QLatin1String("label"));
    out.host = text(row, QLatin1String("host")).toLatin1();
    out.note = text(row, QLatin1String("note"));
    out.country = text(row, QLatin1String("country"));
    out.countryCode = text(row, QLatin1String("countryCode"));
    out.continent = text(row, QLatin1String("continent"));
    out.otherNames = texts(row, QLatin1String("otherNames"));
    out.certainty = text(row, QLatin1String("certainty"));
    out.source = text(row, QLatin1String("source"));
    return out;
}

OtherHost readOtherHost(const QJsonObject &row)
{
    return {text(row, QLatin1String("host")), text(row, QLatin1String("role")),
        text(row, QLatin1String("alias")), text(row, QLatin1String("summary"))};
}

void readAllowed(const QJsonObject &row, Attribute &out)
{
    const QJsonArray pairs = row.value(QLatin1String("allowed")).toArray();
    for (const QJsonValue pair : pairs) {
        out.allowed.append(pair.toArray().at(0).toString());
        out.allowedMeanings.append(pair.toArray().at(1).toString());
    }
}

Attribute readAttribute(const QJsonObject &row)
{
    Attribute out;
    out.name = text(row, QLatin1String("name"));
    out.kind = text(row, QLatin1String("kind"));
    out.summary = text(row, QLatin1String("summary"));
    out.format = text(row, QLatin1String("format"));
    out.pattern = text(row, QLatin1String("pattern"));
    out.matcher.setPattern(out.pattern);
    out.type = row.value(QLatin1String("type")).toString(QStringLiteral("string"));
    out.direction = row.value(QLatin1String("direction")).toString(QStringLiteral("request"));
    out.adobe = flag(row, QLatin1String("adobe")) || out.name.startsWith(QLatin1String("d_"));
    readAllowed(row, out);
    out.defaultValue = text(row, QLatin1String("default"));
    out.endpoints = texts(row, QLatin1String("endpoints"));
    out.repeatable = flag(row, QLatin1String("repeatable"));
    out.commaList = flag(row, QLatin1String("commaList"));
    out.required = text(row, QLatin1String("required"));
    out.answerEffect = text(row, QLatin1String("answer"));
    out.deprecated = flag(row, QLatin1String("deprecated"));
    out.replacedBy = texts(row, QLatin1String("replacedBy"));
    out.reserved = flag(row, QLatin1String("reserved"));
    out.sensitive = flag(row, QLatin1String("sensitive"));
    out.requires_ = texts(row, QLatin1String("requires"));
    out.conflictsWith = texts(row, QLatin1String("conflictsWith"));
    out.errorCodes = numbers(row, QLatin1String("errorCodes"));
    out.findingCodes = texts(row, QLatin1String("findingCodes"));
    out.example = text(row, QLatin1String("example"));
    out.notes = text(row, QLatin1String("notes"));
    out.certainty = text(row, QLatin1String("certainty"));
    out.source = texts(row, QLatin1String("source"));
    return out;
}

Prefix readPrefix(const QJsonObject &row)
{
    return {text(row, QLatin1String("prefix")), text(row, QLatin1String("kind")),
        text(row, QLatin1String("summary")), text(row, QLatin1String("certainty")),
        texts(row, QLatin1String("source"))};
}

Topic readTopic(const QJsonObject &row)
{
    return {text(row, QLatin1String("name")), text(row, QLatin1String("kind")),
        text(row, QLatin1String("summary")), text(row, QLatin1String("example")),
        texts(row, QLatin1String("findingCodes")), numbers(row, QLatin1String("errorCodes")),
        texts(row, QLatin1String("source"))};
}

AuthStateEntry readAuthState(const QJsonObject &row)
{
    return {text(row, QLatin1String("value")), text(row, QLatin1String("name")),
        text(row, QLatin1String("adobeName")), text(row, QLatin1String("summary"))};
}

Limits readLimits(const QJsonObject &row)
{
    Limits out;
    out.getBytes = row.value(QLatin1String("getBytes")).toInt();
    out.postBytes = row.value(QLatin1String("postBytes")).toInt();
    out.nearGetBytes = row.value(QLatin1String("nearGetBytes")).toInt();
    out.nearPostBytes = row.value(QLatin1String("nearPostBytes")).toInt();
    out.customerIds = row.value(QLatin1String("customerIds")).toInt();
    out.customerIdsPerNamespace = row.value(QLatin1String("customerIdsPerNamespace")).toInt();
    out.blobBytes = row.value(QLatin1String("blobBytes")).toInt();
    return out;
}

ErrorEntry readError(const QJsonObject &row)
{
    ErrorEntry out;
    out.code = row.value(QLatin1String("code")).toInt();
    out.category = text(row, QLatin1String("category"));
    out.level = text(row, QLatin1String("level"));
    out.message = text(row, QLatin1String("message"));
    // Pages and servers differ in upper and lower case.
    out.pattern
        = QRegularExpression(text(row, QLatin1String("pattern")), QRegularExpression::CaseInsensitiveOption);
    out.meaning = text(row, QLatin1String("meaning"));
    out.causes = texts(row, QLatin1String("causes"));
    out.effect = text(row, QLatin1String("effect"));
    out.action = text(row, QLatin1String("action"));
    out.retryable = flag(row, QLatin1String("retryable"));
    out.findingCodes = texts(row, QLatin1String("findingCodes"));
    const QJsonArray variants = row.value(QLatin1String("variants")).toArray();
    for (const QJsonValue variant : variants)
        out.variants.append(text(variant.toObject(), QLatin1String("message")));
    out.sandboxTrigger = text(row, QLatin1String("sandbox"));
    out.notes = text(row, QLatin1String("notes"));
    out.certainty = text(row, QLatin1String("certainty"));
    out.source = texts(row, QLatin1String("source"));
    return out;
}

StatusEntry readStatus(const QJsonObject &row)
{
    return {row.value(QLatin1String("status")).toInt(), text(row, QLatin1String("meaning"))};
}

GlobalDataSource readDataSource(const QJsonObject &row)
{
    GlobalDataSource out;
    out.id = row.value(QLatin1String("id")).toInteger();
    out.code = text(row, QLatin1String("code"));
    out.name = text(row, QLatin1String("name"));
    out.platform = text(row, QLatin1String("platform"));
    out.integrationCode = text(row, QLatin1String("integrationCode"));
    out.format = text(row, QLatin1String("format"));
    out.pattern = text(row, QLatin1String("pattern"));
    out.matcher.setPattern(out.pattern);
    out.strict = flag(row, QLatin1String("strict"));
    out.letterCase = text(row, QLatin1String("case"));
    out.example = text(row, QLatin1String("example"));
    out.invalidExamples = texts(row, QLatin1String("invalidExamples"));
    out.zeroValue = text(row, QLatin1String("zeroValue"));
    out.maker = text(row, QLatin1String("maker"));
    out.note = text(row, QLatin1String("note"));
    out.certainty = text(row, QLatin1String("certainty"));
    out.source = texts(row, QLatin1String("source"));
    return out;
}

RelatedSource readRelated(const QJsonObject &row)
{
    RelatedSource out;
    if (const QJsonValue id = row.value(QLatin1String("id")); id.isDouble())
        out.id = id.toInteger();
    out.code = text(row, QLatin1String("code"));
    out.name = text(row, QLatin1String("name"));
    out.summary = text(row, QLatin1String("summary"));
    out.pattern = text(row, QLatin1String("pattern"));
    return out;
}

HashedEmail readHashedEmail(const QJsonObject &row)
{
    const QJsonObject example = row.value(QLatin1String("example")).toObject();
    return {text(row, QLatin1String("summary")), text(row, QLatin1String("pattern")),
        texts(row, QLatin1String("recipe")), text(example, QLatin1String("input")),
        text(example, QLatin1String("output"))};
}

Severity severityOf(const QString &name)
{
    if (name == QLatin1String("error"))
        return Severity::Error;
    return name == QLatin1String("warning") ? Severity::Warning : Severity::Hint;
}

FindingEntry readFinding(const QJsonObject &row)
{
    FindingEntry out;
    out.code = text(row, QLatin1String("code"));
    out.severity = severityOf(text(row, QLatin1String("severity")));
    out.about = text(row, QLatin1String("about"));
    out.summary = text(row, QLatin1String("when"));
    out.dcsCodes = numbers(row, QLatin1String("dcsCodes"));
    if (!out.dcsCodes.isEmpty())
        out.dcsCode = out.dcsCodes.first();
    return out;
}

} // namespace

RegionTable RegionTable::read()
{
    const QJsonObject table = readTable(QStringLiteral("regions"));
    RegionTable out;
    out.rows = rowsOf(table, QLatin1String("regions"), readRegion);
    out.otherHosts = rowsOf(table, QLatin1String("otherHosts"), readOtherHost);
    for (qsizetype i = 0; i < out.rows.size(); ++i) {
        const Region &region = out.rows[i];
        out.byId.insert(region.id, i);
        out.byLabel.emplace(region.label, i);
        out.byHost.emplace(QString::fromLatin1(region.host), i);
        out.reservedLabels.emplace(region.label, i);
    }
    for (const OtherHost &other : std::as_const(out.otherHosts)) {
        if (other.alias.isEmpty())
            out.reservedLabels.emplace(firstLabel(other.host), -1);
    }
    return out;
}

quint32 lettersOf(QStringView text)
{
    quint32 letters = 0;
    for (const QChar c : text)
        letters |= quint32(1) << (c.unicode() & 31);
    return letters;
}

AttributeTable AttributeTable::read()
{
    const QJsonObject table = readTable(QStringLiteral("attributes"));
    AttributeTable out;
    out.rows = rowsOf(table, QLatin1String("attributes"), readAttribute);
    out.prefixes = rowsOf(table, QLatin1String("prefixes"), readPrefix);
    out.topics = rowsOf(table, QLatin1String("topics"), readTopic);
    out.authStates = rowsOf(table, QLatin1String("authStates"), readAuthState);
    out.limits = readLimits(table.value(QLatin1String("limits")).toObject());
    out.signalKeyPattern = text(table.value(QLatin1String("signalKey")).toObject(), QLatin1String("pattern"));
    out.signalKeyMatcher.setPattern(out.signalKeyPattern);
    const QJsonArray mistakes = table.value(QLatin1String("likelyMistakes")).toArray();
    for (const QJsonValue row : mistakes)
        out.likelyMistakes.emplace(
            text(row.toObject(), QLatin1String("key")), text(row.toObject(), QLatin1String("meant")));
    for (qsizetype i = 0; i < out.rows.size(); ++i) {
        out.byName.emplace(out.rows[i].name, i);
        out.byLowerName.emplace(out.rows[i].name.toLower(), i);
        out.letters.append(lettersOf(out.rows[i].name));
    }
    for (qsizetype i = 0; i < out.topics.size(); ++i)
        out.topicByLowerName.emplace(out.topics[i].name.toLower(), i);
    return out;
}

ErrorTable ErrorTable::read()
{
    const QJsonObject table = readTable(QStringLiteral("errors"));
    ErrorTable out;
    out.rows = rowsOf(table, QLatin1String("errors"), readError);
    out.statuses = rowsOf(table, QLatin1String("statuses"), readStatus);
    for (qsizetype i = 0; i < out.rows.size(); ++i)
        out.byCode.insert(out.rows[i].code, i);
    return out;
}

DataSourceTable DataSourceTable::read()
{
    const QJsonObject table = readTable(QStringLiteral("datasources"));
    DataSourceTable out;
    out.rows = rowsOf(table, QLatin1String("sources"), readDataSource);
    out.related = rowsOf(table, QLatin1String("related"), readRelated);
    out.hashedEmail = readHashedEmail(table.value(QLatin1String("hashedEmail")).toObject());
    for (qsizetype i = 0; i < out.rows.size(); ++i) {
        out.byIdOrCode.emplace(QString::number(out.rows[i].id), i);
        if (!out.rows[i].integrationCode.isEmpty())
            out.byIdOrCode.emplace(out.rows[i].integrationCode, i);
    }
    return out;
}

FindingTable FindingTable::read()
{
    const QJsonObject table = readTable(QStringLiteral("findings"));
    FindingTable out;
    out.rows = rowsOf(table, QLatin1String("findings"), readFinding);
    for (qsizetype i = 0; i < out.rows.size(); ++i)
        out.byCode.emplace(out.rows[i].code, i);
    return out;
}

} // namespace dcs

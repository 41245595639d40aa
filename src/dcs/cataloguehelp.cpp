// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"

#include <algorithm>

namespace dcs {

namespace {

QString certaintyWords(const QString &certainty)
{
    if (certainty == QLatin1String("seen"))
        return QStringLiteral("seen in traffic or in client code, documented nowhere");
    if (certainty == QLatin1String("unknown"))
        return QStringLiteral("not known for certain");
    return QStringLiteral("documented by Adobe");
}

QString endpointWords(const QStringList &endpoints)
{
    QStringList out;
    for (const QString &endpoint : endpoints) {
        if (endpoint == QLatin1String("ibs"))
            out.append(QStringLiteral("/ibs:"));
        else if (endpoint == QLatin1String("optout"))
            out.append(QStringLiteral("/demoptout"));
        else if (endpoint.contains(u' '))
            out.append(endpoint + QStringLiteral(" (no call)"));
        else
            out.append(u'/' + endpoint);
    }
    return out.join(QStringLiteral(", "));
}

/// The lines of one help text. A line without a value is left out.
class HelpText
{
public:
    explicit HelpText(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    void line(const QString &text)
    {
        if (!text.isEmpty())
            m_lines.append(text);
    }
    void line(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_lines.append(label + QStringLiteral(": ") + value);
    }
    void errors(const QList<int> &codes)
    {
        if (codes.isEmpty())
            return;
        m_lines.append(QStringLiteral("The DCS may answer:"));
        for (const int code : codes) {
            if (const ErrorEntry *error = m_catalogue.error(code))
                m_lines.append(QStringLiteral("  %1 %2").arg(QString::number(code), error->message));
        }
    }
    void findings(const QStringList &codes)
    {
        findings(QStringLiteral("Checked before sending:"), codes, QStringLiteral("call"));
        findings(QStringLiteral("Checked in the answer:"), codes, QStringLiteral("answer"));
    }
    void source(const QStringList &pages, const QString &certainty)
    {
        if (!pages.isEmpty())
            m_lines.append(QStringLiteral("Source: %1 (%2)")
                               .arg(pages.join(QStringLiteral("; ")), certaintyWords(certainty)));
    }
    QString text() const { return m_lines.join(u'\n'); }

private:
    void findings(const QString &title, const QStringList &codes, const QString &about)
    {
        QStringList rows;
        for (const QString &code : codes) {
            const FindingEntry *entry = m_catalogue.findingCode(code);
            if (entry && entry->about == about)
                rows.append(
                    QStringLiteral("  %1 (%2): %3").arg(code, severityName(entry->severity), entry->summary));
        }
        if (!rows.isEmpty()) {
            m_lines.append(title);
            m_lines += rows;
        }
    }

    const Catalogue &m_catalogue;
    QStringList m_lines;
};

QString allowedWords(const Attribute &attribute)
{
    QStringList out;
    for (qsizetype i = 0; i < attribute.allowed.size(); ++i)
        out.append(QStringLiteral("%1 (%2)").arg(attribute.allowed[i], attribute.allowedMeanings.value(i)));
    return out.join(QStringLiteral(", "));
}

QString deprecationWords(const Attribute &attribute)
{
    if (!attribute.deprecated)
        return {};
    if (attribute.replacedBy.isEmpty())
        return QStringLiteral("Out of date; leave it out.");
    return QStringLiteral("Out of date; use %1 instead.")
        .arg(attribute.replacedBy.join(QStringLiteral(" or ")));
}

QString attributeHelp(const Catalogue &catalogue, const Attribute &attribute)
{
    HelpText help(catalogue);
    help.line(attribute.name, attribute.summary);
    help.line(deprecationWords(attribute));
    if (attribute.reserved)
        help.line(QStringLiteral("Reserved by Adobe; don't build on it."));
    help.line(QStringLiteral("Format"), attribute.format);
    help.line(QStringLiteral("Values"), allowedWords(attribute));
    help.line(QStringLiteral("Without it"), attribute.defaultValue);
    if (!attribute.example.isEmpty())
        help.line(QStringLiteral("Example"), attribute.name + u'=' + attribute.example);
    help.line(QStringLiteral("Endpoints"), endpointWords(attribute.endpoints));
    if (attribute.repeatable)
        help.line(QStringLiteral("Can be repeated."));
    if (attribute.commaList)
        help.line(QStringLiteral("Takes several values, joined by commas."));
    help.line(QStringLiteral("Needed"), attribute.required);
    help.line(QStringLiteral("Goes with"), attribute.requires_.join(QStringLiteral(", ")));
    help.line(QStringLiteral("Not beside"), attribute.conflictsWith.join(QStringLiteral(", ")));
    help.line(QStringLiteral("In the answer"), attribute.answerEffect);
    help.line(QStringLiteral("Note"), attribute.notes);
    if (attribute.sensitive)
        help.line(QStringLiteral("Identifies a person; can be masked when exported."));
    help.errors(attribute.errorCodes);
    help.findings(attribute.findingCodes);
    help.source(attribute.source, attribute.certainty);
    return help.text();
}

QString prefixHelp(const Catalogue &catalogue, const Prefix &prefix)
{
    HelpText help(catalogue);
    help.line(prefix.prefix, prefix.summary);
    help.line(QStringLiteral("Format"),
        QStringLiteral(
            "a name with at least one letter, for trait rules to use; several values are joined by commas"));
    help.line(QStringLiteral("Example"), prefix.prefix + QStringLiteral("likes=jazz,opera"));
    help.line(QStringLiteral("Endpoints"), QStringLiteral("/event"));
    help.findings({QStringLiteral("key-name"), QStringLiteral("empty-value"), QStringLiteral("comma-encoded"),
        QStringLiteral("quoted-value"), QStringLiteral("comma-in-quotes"), QStringLiteral("plus-is-space")});
    help.source(prefix.source, prefix.certainty);
    return help.text();
}

QString topicHelp(const Catalogue &catalogue, const Topic &topic)
{
    HelpText help(catalogue);
    help.line(topic.name, topic.summary);
    help.line(QStringLiteral("Example"), topic.example);
    help.errors(topic.errorCodes);
    help.findings(topic.findingCodes);
    help.source(topic.source, QStringLiteral("documented"));
    return help.text();
}

QString findingHelp(const Catalogue &catalogue, const FindingEntry &finding)
{
    HelpText help(catalogue);
    help.line(QStringLiteral("%1 (%2)").arg(finding.code, severityName(finding.severity)), finding.summary);
    help.errors(finding.dcsCodes);
    for (const int code : finding.dcsCodes) {
        if (const ErrorEntry *error = catalogue.error(code))
            help.line(QStringLiteral("What to do on %1").arg(code), error->action);
    }
    QStringList keys;
    for (const Attribute &attribute : catalogue.attributes()) {
        if (attribute.findingCodes.contains(finding.code))
            keys.append(attribute.name);
    }
    help.line(QStringLiteral("Keys"), keys.join(QStringLiteral(", ")));
    return help.text();
}

QString errorHelp(const Catalogue &catalogue, const ErrorEntry &error)
{
    HelpText help(catalogue);
    help.line(QString::number(error.code), error.message);
    help.line(QStringLiteral("Level"), QStringLiteral("%1, %2").arg(error.level, error.category));
    help.line(QStringLiteral("Meaning"), error.meaning);
    help.line(QStringLiteral("Causes"), error.causes.join(QStringLiteral("; ")));
    help.line(QStringLiteral("Effect"), error.effect);
    help.line(QStringLiteral("What to do"), error.action);
    help.line(QStringLiteral("Note"), error.notes);
    help.line(QStringLiteral("In the sandbox"), error.sandboxTrigger);
    help.findings(error.findingCodes);
    help.source(error.source, error.certainty);
    return help.text();
}

QString dataSourceHelp(const Catalogue &catalogue, const GlobalDataSource &source)
{
    HelpText help(catalogue);
    help.line(QStringLiteral("%1 (%2)").arg(source.code, QString::number(source.id)),
        QStringLiteral("%1, %2").arg(source.name, source.platform));
    help.line(QStringLiteral("Format"), source.format);
    help.line(QStringLiteral("Example"),
        QStringLiteral("d_cid=") + QString::number(source.id) + QStringLiteral("%01") + source.example);
    if (!source.integrationCode.isEmpty())
        help.line(QStringLiteral("Integration code"), source.integrationCode);
    if (!source.zeroValue.isEmpty())
        help.line(QStringLiteral("Tracking not allowed"), source.zeroValue);
    help.line(QStringLiteral("Note"), source.note);
    help.errors({312});
    help.source(source.source, source.certainty);
    return help.text();
}

QString relatedHelp(const RelatedSource &source)
{
    QStringList lines{source.code + (source.id ? QStringLiteral(" (%1)").arg(*source.id) : QString())
            + QStringLiteral(": ") + source.name,
        source.summary};
    if (!source.pattern.isEmpty())
        lines.append(QStringLiteral("Format: ") + source.pattern);
    return lines.join(u'\n');
}

QString hashedEmailHelp(const HashedEmail &email)
{
    return QStringLiteral("Hashed e-mail: %1\nRecipe: %2\nExample: \"%3\" gives %4")
        .arg(email.summary, email.recipe.join(QStringLiteral("; ")), email.exampleInput, email.exampleOutput);
}

QString regionHelp(const Catalogue &catalogue, const Region &region)
{
    HelpText help(catalogue);
    help.line(QStringLiteral("Region %1").arg(region.id), region.name);
    help.line(QStringLiteral("Host"), QString::fromLatin1(region.host));
    help.line(QStringLiteral("Also called"), region.otherNames.join(QStringLiteral(", ")));
    help.line(QStringLiteral("Note"), region.note);
    help.source({region.source}, region.certainty);
    return help.text();
}

QString authStateHelp(const AuthStateEntry &state)
{
    return QStringLiteral("Authentication state %1, %2 (Adobe: %3): %4")
        .arg(state.value, state.name, state.adobeName, state.summary);
}

template <typename Row, typename Fits>
const Row *findRow(const QList<Row> &rows, Fits fits)
{
    const auto found = std::find_if(rows.begin(), rows.end(), fits);
    return found == rows.end() ? nullptr : &*found;
}

bool isSame(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// A number can be a code, a status, a region and a data source at once.
QString numberHelp(const Catalogue &catalogue, QStringView text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return {};
    QStringList texts;
    const bool isSmall = number >= 0 && number < 100'000;
    if (const ErrorEntry *found = isSmall ? catalogue.error(int(number)) : nullptr)
        texts.append(errorHelp(catalogue, *found));
    if (const StatusEntry *found = findRow(
            catalogue.statuses(), [number](const StatusEntry &entry) { return entry.status == number; }))
        texts.append(QStringLiteral("HTTP status %1: %2").arg(QString::number(number), found->meaning));
    if (const Region *found = isSmall ? catalogue.region(int(number)) : nullptr)
        texts.append(regionHelp(catalogue, *found));
    if (const GlobalDataSource *found = catalogue.globalDataSource(text))
        texts.append(dataSourceHelp(catalogue, *found));
    if (const RelatedSource *found = findRow(catalogue.relatedSources(),
            [number](const RelatedSource &source) { return source.id == number; }))
        texts.append(QStringLiteral("Data source ") + relatedHelp(*found));
    return texts.join(QStringLiteral("\n\n"));
}

/// What is known by a name, but is no key, field or finding.
QString nameHelp(const Catalogue &catalogue, QStringView name)
{
    if (name.isEmpty()) // some sources have no integration code
        return {};
    if (const GlobalDataSource *found
        = findRow(catalogue.globalDataSources(), [name](const GlobalDataSource &source) {
              return isSame(source.code, name) || isSame(source.integrationCode, name);
          }))
        return dataSourceHelp(catalogue, *found);
    if (const RelatedSource *found = findRow(catalogue.relatedSources(),
            [name](const RelatedSource &source) { return isSame(source.code, name); }))
        return relatedHelp(*found);
    if (isSame(name, u"hashed_email") || isSame(name, u"hashed-email"))
        return hashedEmailHelp(catalogue.hashedEmail());
    if (const AuthStateEntry *found = findRow(catalogue.authStates(), [name](const AuthStateEntry &state) {
            return isSame(state.name, name) || isSame(state.adobeName, name);
        }))
        return authStateHelp(*found);
    if (const Region *found = findRow(catalogue.regions(), [name](const Region &region) {
            return isSame(region.label, name) || isSame(QString::fromLatin1(region.host), name);
        }))
        return regionHelp(catalogue, *found);
    if (const OtherHost *found
        = findRow(catalogue.otherHosts(), [name](const OtherHost &host) { return isSame(host.host, name); }))
        return found->host + QStringLiteral(": ") + found->summary;
    return {};
}

} // namespace

QString Catalogue::help(QStringView key) const
{
    if (const Attribute *found = attribute(key))
        return attributeHelp(*this, *found);
    // A field before a finding of the same name ("method"): its help lists the finding too.
    if (const Topic *found = topic(key))
        return topicHelp(*this, *found);
    if (const FindingEntry *found = findingCode(key))
        return findingHelp(*this, *found);
    if (const QString text = numberHelp(*this, key); !text.isEmpty())
        return text;
    if (const QString text = nameHelp(*this, key); !text.isEmpty())
        return text;
    for (const Prefix &prefix : prefixes()) {
        if (prefix.kind == QLatin1String("signal") && !prefix.prefix.isEmpty()
            && key.startsWith(prefix.prefix))
            return prefixHelp(*this, prefix);
    }
    return {};
}

} // namespace dcs

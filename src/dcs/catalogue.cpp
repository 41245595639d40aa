// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"

#include "dcs/cataloguetables.h"
#include "dcs/text.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <bit>
#include <mutex>
#include <numeric>

namespace dcs {

namespace {

/// A table that is read by whoever asks for it first.
template <typename Table>
class Lazy
{
public:
    const Table &get()
    {
        std::call_once(m_once, [this] { m_table = Table::read(); });
        return m_table;
    }

private:
    std::once_flag m_once;
    Table m_table;
};

template <typename Row>
const Row *find(const QList<Row> &rows, const TextIndex &index, QStringView key)
{
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &rows[found->second];
}

/// How many letters must be added, dropped, changed or swapped with their neighbour; `limit` + 1 if more than
/// `limit`.
int distance(QStringView a, QStringView b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::array<QVarLengthArray<int, 64>, 3> rows;
    for (auto &row : rows)
        row.resize(b.size() + 1);
    std::iota(rows[0].begin(), rows[0].end(), 0);
    int leastOfLast = 0;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &current = rows[size_t(i % 3)];
        const auto &last = rows[size_t((i + 2) % 3)];
        const auto &beforeLast = rows[size_t((i + 1) % 3)];
        current[0] = int(i);
        int least = current[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            current[j]
                = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                current[j] = std::min(current[j], beforeLast[j - 2] + 1);
            least = std::min(least, current[j]);
        }
        // Every later row builds on these two: it cannot come out nearer.
        if (least > limit && leastOfLast > limit)
            return limit + 1;
        leastOfLast = least;
    }
    return std::min(rows[size_t(a.size() % 3)].back(), limit + 1);
}

QString knownRegions(const QList<Region> &regions)
{
    QStringList out;
    for (const Region &region : regions)
        out.append(QStringLiteral("%1 %2").arg(QString::number(region.id), region.label));
    return out.join(QStringLiteral(", "));
}

} // namespace

struct Catalogue::Tables {
    Lazy<RegionTable> regions;
    Lazy<AttributeTable> attributes;
    Lazy<ErrorTable> errors;
    Lazy<DataSourceTable> dataSources;
    Lazy<FindingTable> findings;
};

Catalogue::Catalogue()
    : m_tables(std::make_unique<Tables>())
{
}

Catalogue::~Catalogue() = default;

const Catalogue &Catalogue::builtIn()
{
    static const Catalogue catalogue;
    return catalogue;
}

const QList<Region> &Catalogue::regions() const
{
    return m_tables->regions.get().rows;
}

const Region *Catalogue::region(int id) const
{
    const RegionTable &table = m_tables->regions.get();
    const auto found = table.byId.constFind(id);
    return found == table.byId.constEnd() ? nullptr : &table.rows[*found];
}

const Region *Catalogue::regionByHost(QByteArrayView host) const
{
    if (host.endsWith('.'))
        host.chop(1);
    const RegionTable &table = m_tables->regions.get();
    return find(table.rows, table.byHost, QString::fromLatin1(host).toLower());
}

const Region *Catalogue::regionByLabel(QStringView label) const
{
    const RegionTable &table = m_tables->regions.get();
    return find(table.rows, table.byLabel, label.toString().toLower());
}

Result<Region> Catalogue::findRegion(const QString &typed) const
{
    const QString name = typed.trimmed();
    bool isNumber = false;
    const int id = name.toInt(&isNumber);
    const Region *found = isNumber ? region(id) : regionByLabel(name);
    if (!found)
        found = regionByHost(name.toLatin1());
    if (found)
        return *found;
    const QString remedy = QStringLiteral("Known regions: %1.").arg(knownRegions(regions()));
    if (isNumber)
        return Error{
            Errc::NotFound, QStringLiteral("No host is published for region %1.").arg(id), remedy, {}};
    return Error{Errc::NotFound, QStringLiteral("\"%1\" is no region.").arg(visible(name, 60)), remedy, {}};
}

const QList<OtherHost> &Catalogue::otherHosts() const
{
    return m_tables->regions.get().otherHosts;
}

bool Catalogue::isReservedLabel(QStringView label) const
{
    return m_tables->regions.get().reservedLabels.contains(label.toString().toLower());
}

const QList<Attribute> &Catalogue::attributes() const
{
    return m_tables->attributes.get().rows;
}

const Attribute *Catalogue::attribute(QStringView key) const
{
    const AttributeTable &table = m_tables->attributes.get();
    return find(table.rows, table.byName, key);
}

const Attribute *Catalogue::attributeIgnoringCase(QStringView key) const
{
    const AttributeTable &table = m_tables->attributes.get();
    return find(table.rows, table.byLowerName, key.trimmed().toString().toLower());
}

const QList<Prefix> &Catalogue::prefixes() const
{
    return m_tables->attributes.get().prefixes;
}

const QList<Topic> &Catalogue::topics() const
{
    return m_tables->attributes.get().topics;
}

const Topic *Catalogue::topic(QStringView name) const
{
    const AttributeTable &table = m_tables->attributes.get();
    return find(table.topics, table.topicByLowerName, name.toString().toLower());
}

const QList<AuthStateEntry> &Catalogue::authStates() const
{
    return m_tables->attributes.get().authStates;
}

bool Catalogue::isAdobeKey(QStringView key) const
{
    // The prefix decides before the table: what begins with d_ is Adobe's, known or not (Prefix Requirements
    // for Key Variables).
    if (key.startsWith(QLatin1String("d_")))
        return true;
    const Attribute *found = attribute(key);
    return found && found->adobe;
}

QString Catalogue::likelyMistakeFor(QStringView key) const
{
    const auto &mistakes = m_tables->attributes.get().likelyMistakes;
    const auto found = mistakes.find(key);
    return found == mistakes.end() ? QString() : found->second;
}

QString Catalogue::nearestKey(QStringView key) const
{
    const QString plain = key.trimmed().toString().toLower().replace(u'-', u'_');
    if (const QString meant = likelyMistakeFor(plain); !meant.isEmpty())
        return meant;
    if (const Attribute *same = attributeIgnoringCase(plain))
        return same->name;
    // Short keys are near to everything, so they must be nearer.
    const int limit = plain.size() < 5 ? 1 : 2;
    const Attribute *nearest = nullptr;
    int least = limit + 1;
    const AttributeTable &table = m_tables->attributes.get();
    const quint32 letters = lettersOf(plain);
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const Attribute &row = table.rows[i];
        if (std::popcount(letters ^ table.letters[i]) > 2 * limit)
            continue;
        const int found = distance(plain, row.name, limit);
        if (found < least || (found == least && nearest && nearest->deprecated && !row.deprecated)) {
            least = found;
            nearest = &row;
        }
    }
    return least <= limit && nearest ? nearest->name : QString();
}

const Limits &Catalogue::limits() const
{
    return m_tables->attributes.get().limits;
}

const QString &Catalogue::signalKeyPattern() const
{
    return m_tables->attributes.get().signalKeyPattern;
}

const QRegularExpression &Catalogue::signalKeyMatcher() const
{
    return m_tables->attributes.get().signalKeyMatcher;
}

const QList<ErrorEntry> &Catalogue::errors() const
{
    return m_tables->errors.get().rows;
}

const ErrorEntry *Catalogue::error(int code) const
{
    const ErrorTable &table = m_tables->errors.get();
    const auto found = table.byCode.constFind(code);
    return found == table.byCode.constEnd() ? nullptr : &table.rows[*found];
}

const QList<StatusEntry> &Catalogue::statuses() const
{
    return m_tables->errors.get().statuses;
}

const QList<GlobalDataSource> &Catalogue::globalDataSources() const
{
    return m_tables->dataSources.get().rows;
}

const GlobalDataSource *Catalogue::globalDataSource(QStringView idOrIntegrationCode) const
{
    const DataSourceTable &table = m_tables->dataSources.get();
    return find(table.rows, table.byIdOrCode, idOrIntegrationCode);
}

const QList<RelatedSource> &Catalogue::relatedSources() const
{
    return m_tables->dataSources.get().related;
}

const HashedEmail &Catalogue::hashedEmail() const
{
    return m_tables->dataSources.get().hashedEmail;
}

const QList<FindingEntry> &Catalogue::findingCodes() const
{
    return m_tables->findings.get().rows;
}

const FindingEntry *Catalogue::findingCode(QStringView code) const
{
    const FindingTable &table = m_tables->findings.get();
    return find(table.rows, table.byCode, code);
}

} // namespace dcs

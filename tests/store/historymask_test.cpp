// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// IDs as keyed hashes: of new calls, and of earlier ones.

#include "store/plainsqlite.h"
#include "store/sample.h"
#include "support/print.h"
#include "support/temporaryfolder.h"

#include <QDir>
#include <QFileInfo>

#include <gmock/gmock.h>

using store::ExchangeId;
using testing::ElementsAre;

namespace {

const QByteArray uuid = "22920112968019678612904394744954398990";
const QByteArray mid = "37772646773714021060542651496937081269";

dcs::Exchange callOf(const QByteArray &person)
{
    dcs::Exchange exchange
        = sample::exchange(sample::request("/event?d_uuid=" + person
                               + "&d_cid=123%01cust%2B77%011&d_cid_ic=crm%01b%40c.de&c_a=popstar"),
            "{\"uuid\":\"" + person + "\",\"dcs_region\":9}");
    exchange.responseHead = "HTTP/1.1 200 OK\r\nSet-Cookie: demdex=" + person + "; Path=/\r\n\r\n";
    exchange.headers = {{"Set-Cookie", "demdex=" + person + "; Path=/", true}};
    return exchange;
}

class HistoryMaskTest : public testing::Test
{
protected:
    QList<ExchangeId> find(const QByteArray &line)
    {
        return sample::find(*m_history, QString::fromUtf8(line));
    }
    /// Whether the text lies anywhere in the files, logs and search index included.
    bool isOnDisk(const QByteArray &text)
    {
        for (const QString &name : QDir(m_folder).entryList(QDir::Files)) {
            QFile file(m_folder + u'/' + name);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (const qsizetype at = file.readAll().indexOf(text); at >= 0) {
                m_where = name + u' ' + QString::number(at);
                return true;
            }
        }
        return false;
    }

    QString m_where;
    TemporaryFolder m_temporary;
    QString m_folder = m_temporary.path(QStringLiteral("data"));
    std::unique_ptr<store::History> m_history = sample::open(m_folder);
};

} // namespace

TEST_F(HistoryMaskTest, MaskedIdsAreNotOnTheDiskAndAreFoundByTheIdItself)
{
    ASSERT_TRUE(m_history->setMasking(true));
    store::CallFacts facts;
    facts.firstIdentity = QStringLiteral("uuid ") + QString::fromLatin1(uuid);

    const ExchangeId id
        = sample::record(*m_history, callOf(uuid), facts, {{}, {}, QString::fromLatin1(uuid), {}});
    sample::tidy(*m_history);

    const auto entry = m_history->entry(id);
    ASSERT_TRUE(entry);
    EXPECT_TRUE(entry->row.masked);
    EXPECT_FALSE(entry->row.url.contains(QString::fromLatin1(uuid)));
    EXPECT_TRUE(entry->row.firstIdentity.startsWith(QStringLiteral("uuid masked-")));
    for (const QByteArray &secret : {uuid, QByteArray("cust"), QByteArray("b%40c"), QByteArray("b@c")}) {
        EXPECT_FALSE(entry->exchange.request.bytes.contains(secret)) << secret.toStdString();
        EXPECT_FALSE(entry->exchange.responseHead.contains(secret)) << secret.toStdString();
        EXPECT_FALSE(entry->exchange.body.contains(secret)) << secret.toStdString();
        EXPECT_FALSE(isOnDisk(secret)) << secret.toStdString();
    }
    EXPECT_TRUE(entry->exchange.request.bytes.contains("d_cid=123%01masked-"));
    EXPECT_TRUE(entry->exchange.request.bytes.contains("%011&d_cid_ic=crm%01masked-"));
    EXPECT_EQ(entry->exchange.request.headBytes, entry->exchange.request.bytes.size());
    EXPECT_THAT(find(uuid), ElementsAre(id));
    EXPECT_THAT(find("cust+77 popstar"), ElementsAre(id));
    EXPECT_THAT(find("b@c.de"), ElementsAre(id));
    EXPECT_THAT(find("cust+78"), ElementsAre());
    EXPECT_EQ(int(QFileInfo(m_folder + QStringLiteral("/history.key")).permissions() & 0x0fff), 0x0600);
}

TEST_F(HistoryMaskTest, MaskingLeavesTheRestAlone)
{
    ASSERT_TRUE(m_history->setMasking(true));
    const auto request
        = sample::request("/ibs:dpid=1&dpuuid=2?c_x=2&d_uuid=", "acme.demdex.net", "c_2=2&d_mid=2");

    const ExchangeId id = sample::record(*m_history, sample::exchange(request, "2 is two"));
    ASSERT_TRUE(m_history->setMasking(false));
    const ExchangeId plain
        = sample::record(*m_history, sample::exchange(sample::request("/event?d_uuid=123456789")));

    const QByteArray bytes = m_history->entry(id)->exchange.request.bytes;
    EXPECT_TRUE(bytes.startsWith("POST /ibs:dpid=1&dpuuid=masked-")) << bytes.toStdString();
    EXPECT_TRUE(bytes.contains("?c_x=2&d_uuid= HTTP/1.1\r\nHost: acme.demdex.net\r\n"))
        << bytes.toStdString();
    EXPECT_TRUE(bytes.contains("\r\n\r\nc_2=2&d_mid=masked-")) << bytes.toStdString();
    EXPECT_EQ(m_history->entry(id)->exchange.body, "2 is two");
    EXPECT_FALSE(m_history->entry(plain)->row.masked);
    EXPECT_THAT(find("123456789"), ElementsAre(plain));
}

TEST_F(HistoryMaskTest, CookiesAndWhatOnlyTheAnswerNamesAreMaskedToo)
{
    ASSERT_TRUE(m_history->setMasking(true));
    dcs::WireRequest request;
    request.host = "dpm.demdex.net";
    request.bytes = "GET /id?d_orgid=1%40AdobeOrg&d_blob=OpaqueBlob HTTP/1.1\r\nHost: dpm.demdex.net\r\n"
                    "cookie: demdex="
        + uuid + "; AMCV_1=MCMID%7C" + mid + "; lang=de\r\nAccept: */*\r\n\r\n";
    request.headBytes = request.bytes.size();
    dcs::Exchange exchange
        = sample::exchange(request, "{\"d_mid\":\"" + mid + "\",\"d_blob\":\"OtherBlob\"}");
    exchange.headers = {{"Set-Cookie", "x=ab; Path=/", true}};
    exchange.responseHead = "HTTP/1.1 200 OK\r\nSet-Cookie: x=ab; Path=/\r\n\r\n";

    const ExchangeId id = sample::record(
        *m_history, exchange, {}, {{}, {}, {}, {}, {QString::fromLatin1(mid), QStringLiteral("OtherBlob")}});

    const dcs::Exchange kept = m_history->entry(id)->exchange;
    const QByteArray all = kept.request.bytes + kept.responseHead + kept.body + kept.headers.first().value;
    for (const char *secret : {uuid.constData(), mid.constData(), "OpaqueBlob", "OtherBlob", "=de\r", "=ab;"})
        EXPECT_FALSE(all.contains(secret)) << secret << " in " << all.toStdString();
    EXPECT_TRUE(kept.request.bytes.contains("\r\nAccept: */*\r\n\r\n"));
    EXPECT_TRUE(kept.headers.first().value.endsWith("; Path=/"));
    EXPECT_THAT(find(mid), ElementsAre(id));
}

TEST_F(HistoryMaskTest, WhoeverHasTheHistoryOpenObeysTheChoice)
{
    const auto other = sample::open(m_folder);
    EXPECT_FALSE(*other->isMasking());
    ASSERT_TRUE(m_history->setMasking(true));

    EXPECT_TRUE(*other->isMasking());
    const ExchangeId id = sample::record(*other, callOf(uuid));
    EXPECT_TRUE(other->entry(id)->row.masked);
    EXPECT_THAT(sample::find(*other, QString::fromLatin1(uuid)), ElementsAre(id));
    ASSERT_TRUE(other->setMasking(false));
    EXPECT_FALSE(*m_history->isMasking());
    EXPECT_FALSE(m_history->entry(sample::record(*m_history, callOf(uuid)))->row.masked);
    EXPECT_EQ(*m_history->countUnmasked(), 1);
}

TEST_F(HistoryMaskTest, EarlierCallsCanBeMaskedAndNothingOfThemIsLeft)
{
    store::CallFacts facts;
    facts.alias = QStringLiteral("acme");
    dcs::Finding finding;
    finding.message = QStringLiteral("“%1” is odd.").arg(QString::fromLatin1(uuid));
    facts.findings = {finding};
    QList<ExchangeId> ids;
    for (int i = 0; i < 120; ++i) {
        const QByteArray person = i % 2 ? uuid : mid;
        facts.firstIdentity = QStringLiteral("uuid ") + QString::fromLatin1(person);
        ids.prepend(sample::record(*m_history, callOf(person), facts, {{171}, {}, {}, {}}));
    }
    sample::tidy(*m_history);
    ASSERT_TRUE(m_history->setNote(ids.first(), QStringLiteral("kept")));
    ASSERT_TRUE(m_history->setPinned(ids.first(), true));
    const ExchangeId running = m_history->begin(callOf(uuid).request, sample::time(), facts).value();
    const auto reader = sample::open(m_folder);
    ASSERT_EQ(sample::find(*reader, QStringLiteral("22920112"), 1000).size(), 61);
    ASSERT_TRUE(isOnDisk("=22920112968019"));
    QList<qint64> told;

    const auto masked = m_history->maskEarlier([&](qint64 done, qint64 all) {
        told.append(done);
        return all == 121;
    });

    ASSERT_TRUE(masked) << masked.error().message.toStdString();
    EXPECT_EQ(*masked, 121);
    EXPECT_THAT(told, ElementsAre(0, 50, 100, 121));
    EXPECT_EQ(*m_history->countUnmasked(), 0);
    EXPECT_FALSE(*m_history->isMasking()) << "that is another choice";
    ASSERT_TRUE(m_history->finish(running, callOf(uuid), {{}, {}, QString::fromLatin1(uuid), {}}));
    for (store::History *history : {m_history.get(), reader.get()}) {
        EXPECT_EQ(sample::find(*history, QString::fromLatin1(uuid), 1000).size(), 61);
        EXPECT_EQ(sample::find(*history, QStringLiteral("22920112"), 1000).size(), 0);
        EXPECT_EQ(sample::find(*history, QStringLiteral("popstar alias:acme error:171"), 1000).size(), 120);
        sample::tidy(*history);
    }
    const auto entry = m_history->entry(ids.first());
    EXPECT_TRUE(entry->row.masked && entry->row.pinned);
    EXPECT_EQ(entry->row.note, QStringLiteral("kept"));
    EXPECT_TRUE(entry->exchange.body.contains("\"dcs_region\":9"));
    EXPECT_EQ(entry->findings.size(), 1);
    EXPECT_FALSE(isOnDisk("22920112968019")) << m_where.toStdString();
    EXPECT_FALSE(isOnDisk("37772646773714")) << m_where.toStdString();
    EXPECT_EQ(PlainSqlite(m_folder + QStringLiteral("/history.sqlite")).integrity(), "ok");
    EXPECT_EQ(PlainSqlite(m_folder + QStringLiteral("/search-2.sqlite")).integrity(), "ok");
    EXPECT_EQ(*m_history->maskEarlier(), 0);
}

TEST_F(HistoryMaskTest, MaskingEarlierCallsCanBeStoppedAndTakenUpAgain)
{
    for (int i = 0; i < 120; ++i)
        sample::record(*m_history, callOf(uuid));
    sample::tidy(*m_history);

    EXPECT_EQ(*m_history->maskEarlier([](qint64 done, qint64) { return done < 50; }), 50);
    EXPECT_EQ(*m_history->countUnmasked(), 70);
    sample::tidy(*m_history);
    EXPECT_EQ(find(uuid).size(), 100);
    EXPECT_EQ(sample::find(*m_history, QStringLiteral("229201129"), 1000).size(), 70);
    EXPECT_EQ(*m_history->maskEarlier(), 70);
    EXPECT_EQ(sample::find(*m_history, QString::fromLatin1(uuid), 1000).size(), 120);
}

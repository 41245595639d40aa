// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Files that browsers wrote: see tests/data/har/README.md.
#include "dcs/decode.h"
#include "dcs/encode.h"
#include "interop/har.h"
#include "support/print.h"

#include <QFile>

#include <gtest/gtest.h>

namespace {

const QByteArray userId = "22920112968019678612904394744954398990";

interop::HarImport readFile(const char *name)
{
    QFile file(QStringLiteral(DCS_TEST_DATA "/har/") + QLatin1String(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    const auto har = interop::readHar(file.readAll());
    EXPECT_TRUE(har.has_value()) << name;
    return har.value_or({});
}

// What the page asked for; the browser itself wrote the ' as %27.
void expectTheEventCall(const interop::HarEntry &entry, const QByteArray &user)
{
    EXPECT_EQ(dcs::url(entry.call),
        "https://acme.demdex.net/event?d_rtbd=json" + user
            + "&d_cid=123%01a%2Bb%3Dc%011&c_l=a,b&c_plus=a+b&c_e=&flag&c_pct=100%25&c_lower=%c3%a9|x&c_sq="
              "o%27x");
    EXPECT_EQ(dcs::hostHeader(entry.call), "acme.demdex.net");
    EXPECT_EQ(entry.exchange.status, 200);
    EXPECT_TRUE(entry.exchange.startedAt.isValid());
}

void expectTheFormCall(const interop::HarEntry &entry)
{
    EXPECT_EQ(entry.call.method, "POST");
    EXPECT_EQ(dcs::url(entry.call), "https://acme.demdex.net/event?d_x=1");
    EXPECT_EQ(dcs::body(entry.call), "c_body=1%01'\"&flag&c_plus=a+b");
    EXPECT_EQ(dcs::headerValue(entry.call.headers, "Content-Type"),
        QByteArray("application/x-www-form-urlencoded"));
}

void expectNoPseudoHeaders(const interop::HarImport &har)
{
    for (const interop::HarEntry &entry : har.entries) {
        for (const dcs::Header &header : entry.call.headers)
            EXPECT_FALSE(header.name.startsWith(':')) << header.name.toStdString();
        EXPECT_TRUE(dcs::encode(entry.call).has_value());
    }
}

} // namespace

TEST(HarOfChromium, OfItsDevToolsHasTheCallsThatThePageMade)
{
    const interop::HarImport har = readFile("chromium-devtools.har");

    ASSERT_EQ(har.entries.size(), 2);
    expectTheEventCall(har.entries[0], "&d_uuid=" + userId);
    expectTheFormCall(har.entries[1]);
    expectNoPseudoHeaders(har);
}

TEST(HarOfChromium, OfPlaywrightHasTheCallsAndTheirAnswers)
{
    const interop::HarImport har = readFile("chromium-playwright.har");

    ASSERT_EQ(har.entries.size(), 3);
    EXPECT_EQ(har.skipped, 1);
    expectTheEventCall(har.entries[0], {});
    EXPECT_TRUE(har.entries[0].exchange.body.contains("\"uuid\":\"" + userId + '"'));
    expectTheFormCall(har.entries[1]);
    EXPECT_TRUE(har.entries[1].exchange.body.startsWith("GIF89a"));
    ASSERT_TRUE(har.entries[2].exchange.failure.has_value());
    EXPECT_EQ(har.entries[2].exchange.failure->message, QStringLiteral("net::ERR_FAILED"));
    expectNoPseudoHeaders(har);
}

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "dcs/catalogue.h"
#include "dcs/decode.h"
#include "dcs/encode.h"
#include "interop/exportcall.h"
#include "interop/maskidentifiers.h"
#include "support/print.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

const QByteArray uuid = "22920112968019678612904394744954398990";

dcs::Call callOf(const QByteArray &url)
{
    const auto call = dcs::decodeUrl(url);
    EXPECT_TRUE(call);
    return call.value_or(dcs::Call());
}

struct Masking {
    const char *name;
    const char *parameters;
    const char *masked;
};

void PrintTo(const Masking &masking, std::ostream *out)
{
    *out << masking.name;
}

class MaskIdentifiersTest : public ::testing::TestWithParam<Masking>
{
};

TEST_P(MaskIdentifiersTest, LeavesEverythingButTheIdReadable)
{
    const dcs::Call call = callOf(QByteArray("http://acme.demdex.net/event?") + GetParam().parameters);

    const dcs::Call masked = interop::maskIdentifiers(call, dcs::Catalogue::builtIn());

    EXPECT_EQ(dcs::query(masked).toStdString(), GetParam().masked);
}

INSTANTIATE_TEST_SUITE_P(Call, MaskIdentifiersTest,
    ::testing::Values(Masking{"uuid", "d_rtbd=json&d_uuid=123&c_a=b", "d_rtbd=json&d_uuid=xxx&c_a=b"},
        Masking{"customerId", "d_cid=123%01cust%2B4711%011", "d_cid=123%01xxxx%2Bxxxx%011"},
        Masking{"customerIdWithoutState", "d_cid=123%01cust-7", "d_cid=123%01xxxx-x"},
        Masking{"integrationCode", "d_cid_ic=crm%01a%012", "d_cid_ic=crm%01x%012"},
        Masking{"withoutSeparator", "d_cid=cust4711", "d_cid=xxxxxxxx"},
        Masking{"legacyPair", "d_dpid=123&d_dpuuid=cust4711", "d_dpid=123&d_dpuuid=xxxxxxxx"},
        Masking{"variable", "d_uuid={{user}}&d_mid=1{{m}}2", "d_uuid={{user}}&d_mid=x{{m}}x"},
        Masking{"elsewhere", "d_mid=47110815&c_page=u-47110815-x", "d_mid=xxxxxxxx&c_page=u-xxxxxxxx-x"},
        Masking{"encodedElsewhere", "d_cid=1%01a%2Bbcd&c_x=a%2Bbcd", "d_cid=1%01x%2Bxxx&c_x=x%2Bxxx"},
        Masking{"shortValuesStayElsewhere", "d_mid=12&c_total=120", "d_mid=xx&c_total=120"},
        Masking{"nothing", "d_rtbd=json&c_likes=jazz", "d_rtbd=json&c_likes=jazz"}),
    [](const auto &made) { return std::string(made.param.name); });

TEST(MaskIdentifiers, ParametersThatAreSwitchedOffAreMaskedToo)
{
    dcs::Call call = callOf("http://acme.demdex.net/event?d_uuid=" + uuid);
    call.parameters[0].sent = false;

    EXPECT_EQ(interop::maskIdentifiers(call, dcs::Catalogue::builtIn()).parameters[0].wire,
        "d_uuid=" + QByteArray(38, 'x'));
}

TEST(MaskIdentifiers, CookiesKeepTheirNamesOnly)
{
    dcs::Call call = callOf("http://acme.demdex.net/event?d_rtbd=json");
    call.headers.append({"Cookie", "demdex=" + uuid + "; a=b1", true});

    EXPECT_EQ(interop::maskIdentifiers(call, dcs::Catalogue::builtIn()).headers.last().value,
        "demdex=" + QByteArray(38, 'x') + "; a=xx");
}

TEST(MaskIdentifiers, AnExchangeLosesTheIdsOfBothSidesAndKeepsItsLengths)
{
    dcs::Exchange exchange;
    exchange.request = *dcs::encode(callOf("http://acme.demdex.net/event?d_rtbd=json&d_cid=123%01cust4711"));
    exchange.status = 200;
    exchange.headers = {{"Content-Type", "application/json"}, {"Set-Cookie", "demdex=" + uuid + "; Path=/"}};
    exchange.responseHead = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: demdex=" + uuid
        + "; Path=/\r\n\r\n";
    exchange.body = R"({"uuid":")" + uuid + R"(","dcs_region":9,"echo":"cust4711"})";

    const dcs::Exchange masked = interop::maskIdentifiers(exchange, dcs::Catalogue::builtIn());

    for (const QByteArray &text :
        {masked.request.bytes, masked.responseHead, masked.body, masked.headers[1].value}) {
        EXPECT_THAT(text.toStdString(), Not(HasSubstr(uuid.toStdString())));
        EXPECT_THAT(text.toStdString(), Not(HasSubstr("cust4711")));
    }
    EXPECT_EQ(masked.request.bytes.size(), exchange.request.bytes.size());
    EXPECT_EQ(masked.request.headBytes, exchange.request.headBytes);
    EXPECT_EQ(masked.body.size(), exchange.body.size());
    EXPECT_EQ(masked.headers[1].value, "demdex=" + QByteArray(38, 'x') + "; Path=/");
    EXPECT_THAT(masked.body.toStdString(), HasSubstr(R"("dcs_region":9)"));
}

TEST(ExportCall, EveryFormatLosesTheIdsWhenMasked)
{
    const dcs::Call call = callOf("http://acme.demdex.net/event?d_rtbd=json&d_uuid=" + uuid);
    interop::ExportedCall exported;
    exported.call = call;
    exported.preset.name = u"visit"_s;
    exported.preset.call = call;
    const auto masked = interop::maskIdentifiers(exported, dcs::Catalogue::builtIn());

    ASSERT_EQ(interop::exportFormats().size(), 12);
    for (const interop::ExportFormat &format : interop::exportFormats()) {
        const auto plain = interop::exportCall(format, exported);
        const auto hidden = interop::exportCall(format, masked);
        ASSERT_TRUE(plain && hidden) << format.name;
        EXPECT_TRUE(plain->contains("acme.demdex.net")) << format.name;
        EXPECT_FALSE(hidden->contains(uuid)) << format.name;
    }
}

TEST(ExportCall, AVariableWithoutValueIsKeptOrRefusedNeverLeftOut)
{
    const dcs::Call call = callOf("http://acme.demdex.net/event?d_uuid={{user}}");
    interop::ExportedCall exported;
    exported.call = call;
    exported.preset.call = call;

    for (const interop::ExportFormat &format : interop::exportFormats()) {
        const auto text = interop::exportCall(format, exported);
        if (format.keepsVariables) {
            ASSERT_TRUE(text) << format.name;
            EXPECT_TRUE(text->contains("user")) << format.name;
        } else {
            ASSERT_FALSE(text) << format.name;
            EXPECT_EQ(text.error().code, dcs::Errc::Unresolved) << format.name;
        }
    }
}

} // namespace

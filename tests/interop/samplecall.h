// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/encode.h"

#include <gtest/gtest.h>

/// A call with everything in it that programs like to write anew.
inline dcs::Call sampleCall(quint16 port, bool post)
{
    using Place = dcs::Parameter::Place;
    dcs::Call call = dcs::newCall("acme", "127.0.0.1");
    call.tls = false;
    call.port = port;
    call.parameters = {{"d_rtbd=json", Place::Query, true}, {"d_cid=123%01a%2Bb%3Dc%011", Place::Query, true},
        {"c_l=a,b", Place::Query, true}, {"c_l=d", Place::Query, true}, {"c_plus=a+b", Place::Query, true},
        {"c_e=", Place::Query, true}, {"flag", Place::Query, true}, {"c_pct=100%25", Place::Query, true},
        {"c_utf=%C3%A9", Place::Query, true}, {"c_sq=o'x", Place::Query, true}};
    if (post) {
        call.method = "POST";
        call.headers.append({"Content-Type", "application/x-www-form-urlencoded", true});
        call.parameters.append({"c_body=1%01'\"\\", Place::Body, true});
        call.parameters.append({"c_utf8=\xc3\xa9", Place::Body, true});
    }
    return call;
}

inline dcs::WireRequest wireOf(const dcs::Call &call)
{
    const auto request = dcs::encode(call);
    EXPECT_TRUE(request.has_value()) << request.error().message.toStdString();
    return request.value_or({});
}

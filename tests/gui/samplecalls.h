// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/call.h"
#include "dcs/decode.h"
#include "dcs/encode.h"

#include <gtest/gtest.h>

/// The call of a URL; the test fails if it is none.
inline dcs::Call callOf(const QByteArray &url)
{
    auto call = dcs::decodeUrl(url);
    EXPECT_TRUE(call) << url.toStdString();
    return call ? *call : dcs::Call();
}

/// Everything that a panel must give back as it was: repeats, bare keys, broken escapes, switched-off
/// parameters.
inline dcs::Call oddCall()
{
    dcs::Call call = callOf(
        "https://usw2.demdex.net/event?d_uuid=22920112968019678612904394744954398990&flag&c_x=&c_x=a,b"
        "&d_cid=123%01a%2Bb%3Dc%011&c_low=%c3%a9&c_bad=100%&&d_rtbd=json");
    dcs::setHostHeader(call, "acme.demdex.net");
    call.parameters.insert(2, {"c_off=1", dcs::Parameter::Place::Query, false});
    call.headers.append({"X-Twice", "1", true});
    call.headers.append({"x-twice", "2", false});
    return call;
}

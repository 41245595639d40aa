// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// The worked examples of the protocol notes. Line ends are LF here and CRLF on the wire.
struct Example {
    const char *request;
    const char *response; ///< "" where the notes show none
};

namespace examples {

// 15.1
inline const Example serverToServerGet {
    R"raw(GET /event?d_rtbd=json&d_jsonv=1&d_dst=1&d_cts=2&d_uuid=78570995290214909736928846629863152490&d_cid=123%01cust%2B4711%011&c_likes=jazz%20piano,opera&p_age=23 HTTP/1.1
Host: acme.demdex.net
User-Agent: example/1.0
Accept: */*

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-usw2-1.sandbox 1.0.0 2 ms
X-TID: A7WVh7svyGU=
Set-Cookie: demdex=78570995290214909736928846629863152490; Max-Age=15552000; Expires=Tue, 30 Jun 2026 12:00:00 GMT; Path=/; Domain=.demdex.net; Secure; SameSite=None
Content-Type: application/json;charset=utf-8
Content-Length: 313
Connection: keep-alive

{"stuff":[{"cn":"aam","cv":"seg=984263","ttl":30,"dmn":"example.com"}],"dests":[{"id":"2523-984263","y":"img","c":"http://px.example/i?s=984263","e":"https://px.example/i?s=984263"}],"uuid":"78570995290214909736928846629863152490","dcs_region":9,"traits":[420020,5421506],"segments":[984263],"tid":"A7WVh7svyGU="})raw"};

// 15.2
inline const Example post {
    R"raw(POST /event HTTP/1.1
Host: acme.demdex.net
Content-Type: application/x-www-form-urlencoded
Content-Length: 92

d_rtbd=json&d_uuid=78570995290214909736928846629863152490&c_likes=jazz%20piano&c_loves=opera)raw",
    R"raw()raw"};

// 15.3
inline const Example jsonp {
    R"raw(GET /event?d_rtbd=json&d_cb=acme_callback&d_uuid=78570995290214909736928846629863152490 HTTP/1.1
Host: acme.demdex.net

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-usw2-1.sandbox 1.0.0 2 ms
X-TID: 6A5qXBUrMac=
Content-Type: application/javascript;charset=utf-8
Content-Length: 112
Connection: keep-alive

acme_callback({"stuff":[],"uuid":"78570995290214909736928846629863152490","dcs_region":9,"tid":"6A5qXBUrMac="});)raw"};

// 15.4
inline const Example pixel {
    R"raw(GET /event?d_sid=420020&d_uuid=78570995290214909736928846629863152490 HTTP/1.1
Host: acme.demdex.net

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-usw2-1.sandbox 1.0.0 2 ms
X-TID: 52CApGsFoaI=
Content-Type: image/gif
Content-Length: 43
Connection: keep-alive

)raw"};

// 15.5
inline const Example twoErrors {
    R"raw(GET /event?d_rtbd=json&d_uuid=12345&d_mid=abc HTTP/1.1
Host: acme.demdex.net

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-usw2-1.sandbox 1.0.0 2 ms
X-TID: 4gm86duGj4U=
X-Error: 101,102
Content-Type: application/json;charset=utf-8
Content-Length: 171
Connection: keep-alive

{"errors":[{"code":101,"msg":"Invalid Experience Cloud id passed in abc"},{"code":102,"msg":"Invalid aam id passed in request 12345"}],"dcs_region":9,"tid":"4gm86duGj4U="})raw"};

// 15.6
inline const Example optedOut {
    R"raw(GET /event?d_rtbd=json&d_uuid=29723914212754516232688281031031497315 HTTP/1.1
Host: acme.demdex.net

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-irl1-1.sandbox 1.0.0 2 ms
X-TID: wANkSFCsngM=
X-Error: 171
Content-Type: application/json;charset=utf-8
Content-Length: 139
Connection: keep-alive

{"errors":[{"code":171,"msg":"Encountered opt out tag for id 29723914212754516232688281031031497315"}],"dcs_region":6,"tid":"wANkSFCsngM="})raw"};

// 15.7
inline const Example brokenPercent {
    R"raw(GET /event?d_event=imp&d_rtbd=json&d_src=743&d_site=%esid! HTTP/1.1
Host: acme.demdex.net

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-usw2-1.sandbox 1.0.0 2 ms
X-TID: a2kEhbM8/lU=
X-Error: 311
Content-Type: application/json;charset=utf-8
Content-Length: 105
Connection: keep-alive

{"errors":[{"code":311,"msg":"Request contains invalid parameters"}],"dcs_region":9,"tid":"a2kEhbM8/lU="})raw"};

// 15.8
inline const Example ecid {
    R"raw(GET /id?d_ver=2&d_rtbd=json&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_cid_ic=crm_main%01cust%2B4711%011 HTTP/1.1
Host: dpm.demdex.net

)raw",
    R"raw(HTTP/1.1 200 OK
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin, Accept-Encoding, User-Agent
DCS: dcs-sandbox-irl1-1.sandbox 1.0.0 2 ms
X-TID: lVdW40HOHiw=
Content-Type: application/json;charset=utf-8
Content-Length: 180
Connection: keep-alive

{"d_mid":"37772646773714021060542651496937081269","id_sync_ttl":604800,"d_blob":"n0tAreaLbl0b_4-docs","dcs_region":6,"d_ottl":7200,"ibs":[],"subdomain":"acme","tid":"lVdW40HOHiw="})raw"};

// 15.9
inline const Example cookieTest {
    R"raw(GET /id?d_visid_ver=5.5.0&d_fieldgroup=MC&d_rtbd=json&d_ver=2&d_verify=1&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_nsid=0&ts=1767268800000 HTTP/1.1
Host: dpm.demdex.net
Origin: https://www.example.com

)raw",
    R"raw(HTTP/1.1 302 Found
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin
X-TID: VsS+vIHrStE=
Access-Control-Allow-Origin: https://www.example.com
Access-Control-Allow-Credentials: true
Location: https://dpm.demdex.net/id/rd?d_visid_ver=5.5.0&d_fieldgroup=MC&d_rtbd=json&d_ver=2&d_verify=1&d_orgid=6418DF487603467B0A49DC47%40AdobeOrg&d_nsid=0&ts=1767268800000
Set-Cookie: demdex=29723914212754516232688281031031497315; Max-Age=15552000; Expires=Tue, 30 Jun 2026 12:00:00 GMT; Path=/; Domain=.demdex.net; Secure; SameSite=None
Content-Length: 0
Connection: keep-alive

)raw"};

// 15.10
inline const Example syncWithRedirect {
    R"raw(GET /ibs:dpid=743&dpuuid=vendor-99&redir=https%3A%2F%2Fsync.example%2Fcb%3Fid%3D%24%7BDD_UUID%7D HTTP/1.1
Host: dpm.demdex.net
Cookie: demdex=78570995290214909736928846629863152490; dpm=78570995290214909736928846629863152490

)raw",
    R"raw(HTTP/1.1 302 Found
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin
X-TID: DrERFr5u6ww=
Location: https://sync.example/cb?id=78570995290214909736928846629863152490
Content-Length: 0
Connection: keep-alive

)raw"};

// 15.11
inline const Example click {
    R"raw(GET /event?d_event=click&d_src=743&d_creative=1235&d_campaign=4709&d_rd=https%253A%252F%252Fshop.example%252Fl%253Fc%253D%2525d_creative%2525%2526k%253D%2525d_campaign%2525 HTTP/1.1
Host: acme.demdex.net

)raw",
    R"raw(HTTP/1.1 302 Found
Date: Thu, 01 Jan 2026 12:00:00 GMT
Cache-Control: no-cache,no-store,must-revalidate,max-age=0,proxy-revalidate,no-transform,private
Expires: Thu, 01 Jan 1970 00:00:00 GMT
Pragma: no-cache
P3P: policyref="/w3c/p3p.xml", CP="NOI NID CURa ADMa DEVa PSAa PSDa OUR SAMa BUS PUR COM NAV INT"
Strict-Transport-Security: max-age=31536000; includeSubDomains
Vary: Origin
X-TID: FpsptBaCpJc=
Location: https://shop.example/l?c=1235&k=4709
Content-Length: 0
Connection: keep-alive

)raw"};

} // namespace examples

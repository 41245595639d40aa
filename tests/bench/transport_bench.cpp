// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Calls over warm connections: our engine beside a bare QNetworkAccessManager and libcurl, against one server
// in a process of its own. Wall time and the CPU time of this process for each call.

#include "dcs/call.h"
#include "dcs/encode.h"
#include "transport/exchangejob.h"
#include "transport/wiremanager.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>
#include <cstdio>
#include <curl/curl.h>
#include <functional>
#include <sys/resource.h>
#include <vector>

namespace {

struct Cost {
    double wallUs = 0;
    double cpuUs = 0;
};

double cpuMicroseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6
        + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

Cost measure(int calls, const std::function<void()> &work)
{
    const double cpu = cpuMicroseconds();
    const auto start = std::chrono::steady_clock::now();
    work();
    const double wall
        = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
    return {wall / calls, (cpuMicroseconds() - cpu) / calls};
}

/// Keeps `parallel` calls going until `calls` have ended. `begin` starts one and calls its argument when it
/// is over.
void keepGoing(int calls, int parallel, const std::function<void(std::function<void()>)> &begin)
{
    QEventLoop loop;
    int started = 0;
    int ended = 0;
    std::function<void()> next = [&] {
        if (started == calls)
            return;
        ++started;
        begin([&] {
            if (++ended == calls)
                loop.quit();
            else
                next();
        });
    };
    for (int i = 0; i < parallel; ++i)
        next();
    if (ended < calls)
        loop.exec();
}

size_t swallow(char *, size_t size, size_t count, void *)
{
    return size * count;
}

CURL *newHandle(const QByteArray &url, curl_slist *headers)
{
    CURL *handle = curl_easy_init();
    curl_easy_setopt(handle, CURLOPT_URL, url.constData());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, swallow);
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    return handle;
}

void curlCalls(int calls, int parallel, const QByteArray &url)
{
    curl_slist *headers = curl_slist_append(nullptr, "Host: acme.demdex.net");
    CURLM *multi = curl_multi_init();
    std::vector<CURL *> handles;
    int started = 0;
    for (; started < parallel; ++started) {
        handles.push_back(newHandle(url, headers));
        curl_multi_add_handle(multi, handles.back());
    }
    int running = parallel;
    while (running > 0) {
        curl_multi_perform(multi, &running);
        int left = 0;
        while (CURLMsg *message = curl_multi_info_read(multi, &left)) {
            CURL *handle = message->easy_handle;
            curl_multi_remove_handle(multi, handle);
            if (started < calls) {
                ++started;
                curl_multi_add_handle(multi, handle);
                running = 1;
            }
        }
        if (running > 0)
            curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
    }
    for (CURL *handle : handles)
        curl_easy_cleanup(handle);
    curl_multi_cleanup(multi);
    curl_slist_free_all(headers);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: transport_bench PORT [CALLS]\n");
        return 2;
    }
    const quint16 port = QByteArray(argv[1]).toUShort();
    const int calls = argc > 2 ? QByteArray(argv[2]).toInt() : 2000;
    const QByteArray url = "http://127.0.0.1:" + QByteArray::number(port)
        + "/event?d_rtbd=json&d_uuid=22920112968019678612904394744954398990&c_likes=jazz%20piano";

    dcs::Call call = dcs::newCall("acme", "127.0.0.1");
    call.tls = false;
    call.port = port;
    dcs::setOption(call, QStringLiteral("d_uuid"), QStringLiteral("22920112968019678612904394744954398990"));
    const dcs::WireRequest request = *dcs::encode(call);

    transport::WireManager wire;
    wire.setKeepConnections(true);
    QNetworkAccessManager stock;

    for (const int parallel : {1, 6}) {
        const auto ours = [&] {
            keepGoing(calls, parallel, [&](const std::function<void()> &done) {
                auto *job = new transport::ExchangeJob(request, {}, wire);
                QObject::connect(
                    job, &transport::ExchangeJob::finished, job, [job, done](const dcs::Exchange &exchange) {
                        if (exchange.failure)
                            std::fprintf(stderr, "failed: %s\n", qPrintable(exchange.failure->message));
                        job->deleteLater();
                        done();
                    });
                job->start();
            });
        };
        const auto qnam = [&] {
            keepGoing(calls, parallel, [&](const std::function<void()> &done) {
                QNetworkRequest get{QUrl(QString::fromLatin1(url))};
                get.setRawHeader("Host", "acme.demdex.net");
                QNetworkReply *reply = stock.get(get);
                QObject::connect(reply, &QNetworkReply::finished, reply, [reply, done] {
                    reply->readAll();
                    reply->deleteLater();
                    done();
                });
            });
        };
        const auto curl = [&] { curlCalls(calls, parallel, url); };
        ours();
        qnam();
        curl();
        const Cost a = measure(calls, ours);
        const Cost b = measure(calls, qnam);
        const Cost c = measure(calls, curl);
        std::printf("%d at a time: ours %.0f us wall, %.0f us CPU | QNetworkAccessManager %.0f, %.0f | "
                    "libcurl %.0f, %.0f | "
                    "CPU ratio to QNetworkAccessManager %.2f, to libcurl %.2f\n",
            parallel, a.wallUs, a.cpuUs, b.wallUs, b.cpuUs, c.wallUs, c.cpuUs, a.cpuUs / b.cpuUs,
            a.cpuUs / c.cpuUs);
    }
    return 0;
}

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

// Records calls until told otherwise, for tests that need a process of its own: one that is killed, one of
// several at once, one whose disk is full. Every call that the history acknowledged is told on standard
// output at once: "b ID" begun, "f ID" finished, "e TEXT" an error.

#include "store/sample.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace {

void tell(const QByteArray &line)
{
    const QByteArray text = line + '\n';
    if (::write(STDOUT_FILENO, text.constData(), size_t(text.size())) != text.size())
        std::_Exit(3);
}

void limitFiles(qint64 bytes)
{
    const rlimit limit{rlim_t(bytes), rlim_t(bytes)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN); // a write that is too long fails, as on a full disk
}

} // namespace

// history_writer FOLDER CALLS [FILE-SIZE-LIMIT]
int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    auto history = store::History::open(QString::fromLocal8Bit(argv[1]));
    if (!history) {
        tell("e " + history.error().message.toUtf8());
        return 5;
    }
    if (argc > 3)
        limitFiles(std::atoll(argv[3]));
    const long calls = std::atol(argv[2]);
    for (long i = 0; i < calls; ++i) {
        const QByteArray body = "{\"tid\":\"" + QByteArray(int(i * 7919 % 3000), 'x') + "\"}";
        const dcs::Exchange exchange
            = sample::exchange(sample::request("/event?c_n=" + QByteArray::number(qlonglong(i))), body);
        const auto id = (*history)->begin(exchange.request, exchange.startedAt, {});
        if (!id) {
            tell("e " + id.error().message.toUtf8());
            return 5;
        }
        tell("b " + QByteArray::number(*id));
        const auto done = (*history)->finish(*id, exchange, {});
        if (!done) {
            tell("e " + done.error().message.toUtf8());
            return 5;
        }
        tell("f " + QByteArray::number(*id));
        if (i % 50 == 49)
            (*history)->tidySome();
    }
    return 0;
}

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "transport/resetwatch.h"

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace transport {

#ifdef Q_OS_LINUX

ResetWatch::ResetWatch(qintptr descriptor)
    : m_descriptor(::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0))
{
}

ResetWatch::~ResetWatch()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool ResetWatch::sawReset() const
{
    tcp_info info{};
    socklen_t length = sizeof info;
    // After an orderly end the connection waits for us to close it; after a reset it is gone.
    return m_descriptor >= 0 && ::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &length) == 0
        && info.tcpi_state == TCP_CLOSE;
}

#else

ResetWatch::ResetWatch(qintptr)
{
}
ResetWatch::~ResetWatch() = default;
bool ResetWatch::sawReset() const
{
    return false;
}

#endif

} // namespace transport

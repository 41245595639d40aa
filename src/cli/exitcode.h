// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

namespace cli {

/// How the program ends: part of the public interface.
enum ExitCode {
    Ok = 0,
    CheckFailed = 1, ///< the call was made and an expectation failed, or a check found an error
    Usage = 2, ///< wrong usage or unreadable input
    NetworkFailed = 3, ///< no complete answer
    Refused = 4, ///< the DCS refused the call
    StorageFailed = 5,
    Interrupted = 130,
};

inline int exitCodeOf(const dcs::Error &error)
{
    switch (error.code) {
    case dcs::Errc::Storage:
    case dcs::Errc::Conflict:
        return StorageFailed;
    case dcs::Errc::Network:
        return NetworkFailed;
    default:
        return Usage;
    }
}

} // namespace cli

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

namespace bench {

/// Runs `ours` and `peer` in turn, since machines drift, and prints the medians and the median of the ratios.
/// Each function does `items` things.
inline double pair(const char *title, const char *peerName, double items, const std::function<void()> &ours,
    const std::function<void()> &peer, int rounds = 9)
{
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](const std::function<void()> &work) {
        const auto start = Clock::now();
        work();
        return std::chrono::duration<double>(Clock::now() - start).count();
    };
    const auto median = [](std::vector<double> values) {
        std::nth_element(values.begin(), values.begin() + long(values.size() / 2), values.end());
        return values[values.size() / 2];
    };
    ours(); // warm
    peer();
    std::vector<double> a, b, ratios;
    for (int i = 0; i < rounds; ++i) {
        a.push_back(seconds(ours));
        b.push_back(seconds(peer));
        ratios.push_back(a.back() / b.back());
    }
    std::printf("%-34s %10.0f /s   %-24s %10.0f /s   time ratio %.2f\n", title, items / median(a), peerName,
        items / median(b), median(ratios));
    std::fflush(stdout);
    return median(ratios);
}

} // namespace bench

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <gtest/gtest.h>

#include <QByteArray>

#include <cstdlib>
#include <iostream>
#include <random>

/// Seeded randomness for property tests: the seed is printed, and DCS_SEED=<n> repeats a run.
class Generate
{
public:
    Generate()
        : m_seed(std::getenv("DCS_SEED") ? static_cast<unsigned>(std::strtoul(std::getenv("DCS_SEED"), nullptr, 10))
                                         : std::random_device {}())
        , m_engine(m_seed)
    {
        std::cout << "seed " << m_seed << " (repeat with DCS_SEED=" << m_seed << ")\n";
    }

    unsigned seed() const { return m_seed; }
    int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_engine); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    template <typename Container>
    auto pick(const Container &from)
    {
        return from[static_cast<decltype(from.size())>(number(0, int(std::size(from)) - 1))];
    }
    /// Up to `most` characters out of `alphabet`.
    QByteArray text(const QByteArray &alphabet, int most, int least = 0)
    {
        QByteArray out;
        for (int n = number(least, most); n > 0; --n)
            out += alphabet.at(number(0, int(alphabet.size()) - 1));
        return out;
    }

private:
    unsigned m_seed;
    std::mt19937 m_engine;
};

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace dcs {

/// What went wrong, for programs. The names are printed in JSON output, so they are stable.
enum class Errc {
    Usage, ///< the caller asked for something that makes no sense: wrong option, missing operand
    InvalidInput, ///< text that cannot be read as what it should be
    Unreadable, ///< a file or stream that cannot be read
    NotFound, ///< a name that leads nowhere: preset, history entry, region, environment
    NotSendable, ///< a call that cannot be sent unchanged
    Unresolved, ///< a {{variable}} without a value
    TooLarge,
    Conflict, ///< somebody else changed the same thing meanwhile
    Storage, ///< the database or a file of ours could not be written
    Network, ///< a socket could not be opened (servers only: a failed call is an Exchange)
    Unsupported,
};

/// A failure as a value. Lower layers return it, the top layer shows it; nothing in between logs and swallows.
struct Error {
    Errc code = Errc::InvalidInput;
    QString message; ///< one sentence for the user: what happened, to what
    QString remedy; ///< what to do about it; may be empty
    QString detail; ///< for the details pane, never the only text

    bool operator==(const Error &) const = default;
};

/// A T or an Error, with the names of std::expected (which C++20 lacks).
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_failed(true)
    {
    }

    bool has_value() const { return !m_failed; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace dcs

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QRegularExpression>
#include <QString>
#include <QStringView>

#include <functional>
#include <optional>
#include <vector>

namespace sandbox {

/// A trait's rule, ready to be asked: comparisons `key op value` joined by AND, OR, NOT and parentheses
/// (Working with Comparison Operators in Trait Builder; Order of Operations in Trait Builder). In a segment's
/// rule a bare number stands for "the user has this trait". Immutable after parsing.
class TraitRule
{
public:
    enum class Terms { Signals, Traits };

    /// Errc::InvalidInput says what is wrong and at which character.
    static dcs::Result<TraitRule> parse(QStringView text, Terms terms = Terms::Signals);

    /// The values that a call has for a key; empty where it has none.
    using Values = std::function<QStringList(const QString &key)>;
    using HasTrait = std::function<bool(int trait)>;
    bool holds(const Values &values, const HasTrait &hasTrait = {}) const;

    bool usesHeaders() const; ///< whether a key begins with h_

private:
    friend class RuleParser;
    enum class Op {
        Equal,
        NotEqual,
        Greater,
        Less,
        GreaterOrEqual,
        LessOrEqual,
        Contains,
        MatchesWords,
        StartsWith,
        EndsWith,
        MatchesRegex,
    };
    struct Node {
        enum class Kind { Compare, Trait, And, Or, Not };
        Kind kind = Kind::Compare;
        int left = -1; ///< index of a node; the operand of Not
        int right = -1;
        Op op = Op::Equal;
        QString key;
        QString value;
        std::optional<double> number; ///< `value`, where it is one
        QRegularExpression expression;
        int trait = 0;
    };

    bool holds(int node, const Values &values, const HasTrait &hasTrait) const;
    static bool compares(const Node &node, const QString &value);

    std::vector<Node> m_nodes; ///< operands before their operator, the root last
};

} // namespace sandbox

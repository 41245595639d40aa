// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace cli {

/// One option as data: help, completion and parsing come out of this.
struct OptionSpec {
    const char *name; ///< without dashes
    const char *value; ///< placeholder, or null for a switch
    const char *help;
    char letter = 0;
};

using OptionTable = QList<OptionSpec>;

/// The words of one verb, sorted into operands and options. Values are bytes as they stood in argv, since
/// Qt's own list of arguments has already replaced what is no UTF-8.
class Arguments
{
public:
    /// Options may follow operands; `--` ends them; `--name=value` and `--name value` are the same. Where a
    /// call is expected, operand number `callAt`, the word `curl` takes every later word as it stands, so
    /// that a curl line can be typed without quotes around it; -1: nowhere.
    static dcs::Result<Arguments> parse(
        const QList<QByteArray> &words, const OptionTable &options, int callAt = -1);

    const QList<QByteArray> &operands() const { return m_operands; }
    QByteArray operand(qsizetype index) const { return m_operands.value(index); }
    /// Words that stood behind the operand `curl`.
    const QList<QByteArray> &curlWords() const { return m_curlWords; }

    /// For verbs whose first operand is not the call's.
    Arguments withoutFirstOperand() const;
    Arguments withOperand(const QByteArray &word) const; ///< one more

    bool has(const char *name) const { return m_values.contains(name); }
    QByteArray bytes(const char *name) const; ///< the last value, "" without one
    QString text(const char *name) const { return QString::fromUtf8(bytes(name)); }
    QList<QByteArray> all(const char *name) const { return m_values.value(name); }

    /// The value as a number; Errc::Usage names the option where it is none or out of range.
    dcs::Result<qint64> number(const char *name, qint64 least, qint64 most) const;
    dcs::Result<double> decimal(const char *name, double least, double most) const;

private:
    QList<QByteArray> m_operands;
    QList<QByteArray> m_curlWords;
    QHash<QByteArray, QList<QByteArray>> m_values;
};

} // namespace cli

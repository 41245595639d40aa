// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/result.h"

#include <QByteArray>
#include <QString>

namespace interop {

/// The text of an environment file, edited: a change touches its own bytes alone; order, blanks, numbers and
/// what configures other programs stay.
class EnvironmentText
{
public:
    /// An empty text is a file that is not there yet.
    static dcs::Result<EnvironmentText> read(const QByteArray &bytes, const QString &fileName);

    QByteArray bytes() const { return m_mark + m_bytes; }
    bool has(const QString &environment) const;

    /// Whether the name is that of something else, which makes no environment.
    bool isTaken(const QString &environment) const;
    dcs::Error taken(const QString &environment) const;

    void addEnvironment(const QString &name);
    void renameEnvironment(const QString &name, const QString &newName);
    void removeEnvironment(const QString &name);
    /// Makes the environment if it is missing. A value that is written as a number stays one as long as its
    /// digits do.
    void setValue(const QString &environment, const QString &name, const QString &value);
    void setFlag(const QString &environment, const QString &name, bool value);
    void setJson(const QString &environment, const QString &name, const QByteArray &json);
    void renameValue(const QString &environment, const QString &name, const QString &newName);
    void removeValue(const QString &environment, const QString &name);

private:
    void set(const QString &environment, const QString &name, const QByteArray &json, const QString &text);
    void insert(const QString &environment, const QByteArray &key, const QByteArray &json);

    QString m_fileName;
    QByteArray m_mark; ///< the byte order mark, if it has one
    QByteArray m_bytes;
};

} // namespace interop

// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "interop/httpfile.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>
#include <QString>

namespace interop {

/// What a line of an `.http` block is.
enum class HttpRole {
    Separator, ///< ### title
    Comment, ///< for people
    Directive, ///< # @name value
    Blank,
    Variable, ///< @name = value
    Script, ///< of another program: kept, not understood
    Request, ///< METHOD URL
    Query, ///< ?key=value or &key=value
    QueryOff, ///< # &key=value
    Header,
    HeaderOff, ///< # @off Name: value
    HeadEnd, ///< the empty line before a body
    Body,
    BodyOff, ///< # &key=value in a form body
    Tail, ///< behind the body: blank lines, response handlers
};

/// One physical line and what it says.
struct HttpLine {
    QByteArray text; ///< without the line end
    QByteArray end; ///< "\n", "\r\n", or "" at the end of the file
    HttpRole role = HttpRole::Blank;
    QByteArray name; ///< of a directive or header
    QByteArray value;
    QList<dcs::Parameter> parameters; ///< that stand on this line
};

/// An `.http` block, read: its lines and the preset they make.
struct HttpBlock {
    QList<HttpLine> lines;
    Preset preset;
    bool hasRequest = false; ///< false: comments, variables and blank lines only
    bool impliedHost = false; ///< no Host line: the call's Host was taken from the URL
    bool named = false; ///< there is a `# @name`
    QMap<QString, QString> variables;
};

bool isHttpComment(QByteArrayView trimmed);
QByteArrayView withoutHttpCommentMarker(QByteArrayView trimmed);
bool isHttpToken(QByteArrayView text); ///< as a header's name must be
/// Length of the method at the beginning of a request line: capital letters, or a known method in any case; 0
/// without.
qsizetype httpMethodLength(QByteArrayView line);
QList<HttpLine> splitHttpLines(QByteArrayView bytes);
QByteArray joinHttpLines(const QList<HttpLine> &lines);
HttpBlock readHttpBlock(const QByteArray &bytes, int firstLine);

/// A request line or its last continuation without " HTTP/1.1".
QByteArray withoutHttpVersion(const QByteArray &text);
bool isHttpSeparator(QByteArrayView line);
/// Whether a body of that content type is form data, which may stand as one parameter a line.
bool isFormContentType(QByteArrayView contentType);
/// The name a preset has without `# @name`: its title, else "METHOD path".
QString derivedPresetName(const Preset &preset);

} // namespace interop

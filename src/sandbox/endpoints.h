// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/reply.h"
#include "sandbox/simulatorstate.h"
#include "sandbox/user.h"
#include "sandbox/visit.h"

namespace sandbox {

// One function for each path. They read the visit, change the state, and leave the codes of X-Error in
// visit.errors. `user` is for the log and for telling calls of one user apart.

Reply answerEvent(Visit &visit, State &state, QByteArray &user);
/// /id, and /id/rd as the second leg of the cookie test.
Reply answerId(Visit &visit, State &state, QByteArray &user);
/// /ibs: and, as the second leg of its cookie test, /demconf.jpg.
Reply answerSync(Visit &visit, State &state, QByteArray &user);
Reply answerOptOut(Visit &visit, State &state, QByteArray &user);
Reply answerOptOutStatus(Visit &visit, State &state, QByteArray &user);
Reply answerDestinationPage(Visit &visit);
Reply answerOptions(const Visit &visit);

// What several of them need
// ----------------------------------------------------------------------------------------

/// A JSON object as JSON or JSONP, or a pixel where the call did not ask for JSON.
Reply answer(const Visit &visit, const QByteArray &object);
/// Only the codes, region and transaction: the answer to a call that does not count.
Reply refusal(const Visit &visit);
/// Text of a status that is no answer of the DCS.
Reply plainText(int status, const QByteArray &text);
Reply redirect(const QByteArray &target);

/// One member of an object that is being written, with a comma where one is due.
void appendNumber(QByteArray &out, QByteArrayView key, qint64 number);
void appendText(QByteArray &out, QByteArrayView key, QByteArrayView text, bool forScript);
void appendIdSyncs(QByteArray &out, const Visit &visit, const User &user);

/// demdex, and dpm on dpm hosts; renewed on each contact.
void addCookies(const Visit &visit, State &state, const QByteArray &uuid, Reply &reply);
QByteArray demdexCookie(const Visit &visit, State &state, const QByteArray &uuid);
/// NOTARGET for ten years.
QByteArray optedOutCookie(const Visit &visit, State &state, QByteArrayView name);

} // namespace sandbox

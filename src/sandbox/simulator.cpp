// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "sandbox/simulator.h"

#include "sandbox/endpoints.h"
#include "sandbox/faults.h"

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

World worldOf(const Config &config)
{
    auto world = World::read(config.json);
    World out = world ? *std::move(world) : World();
    if (!config.fault.isEmpty())
        out.fault = config.fault;
    return out;
}

} // namespace

struct Simulator::Private {
    explicit Private(World world, const dcs::Catalogue &catalogue)
        : state(std::move(world), catalogue)
    {
        for (const QString &uuid : std::as_const(state.world.optedOut))
            state.profiles.optOutEverywhere(uuid.toLatin1());
    }

    /// A fixed window of one second.
    bool isTooFast(qint64 ms)
    {
        if (state.world.callsPerSecond <= 0)
            return false;
        if (second != ms / 1000) {
            second = ms / 1000;
            calls = 0;
        }
        return ++calls > state.world.callsPerSecond;
    }

    Reply reply(Visit &visit, QByteArray &user);
    Reply route(Visit &visit, QByteArray &user);

    State state;
    qint64 second = 0;
    int calls = 0;
};

Reply Simulator::Private::route(Visit &visit, QByteArray &user)
{
    const QByteArray &path = visit.path;
    if (path == "/event")
        return answerEvent(visit, state, user);
    if (path == "/id" || path == "/id/rd")
        return answerId(visit, state, user);
    if (path == "/ibs:" || path == "/demconf.jpg")
        return answerSync(visit, state, user);
    if (path == "/demoptout" || path == "/demoptout.jpg")
        return answerOptOut(visit, state, user);
    if (path == "/optOutStatus")
        return answerOptOutStatus(visit, state, user);
    if (path == "/dest3.html" || path == "/dest4.html" || path == "/dest5.html")
        return answerDestinationPage(visit);
    return plainText(
        404, "The sandbox knows /event, /id, /ibs:, /demoptout, /optOutStatus and /dest5.html.\n");
}

Reply Simulator::Private::reply(Visit &visit, QByteArray &user)
{
    const QByteArray &method = visit.request.method;
    if (method == "OPTIONS")
        return answerOptions(visit);
    if (method != "GET" && method != "POST" && method != "HEAD") {
        Reply reply = plainText(405, "The sandbox takes GET, POST, HEAD and OPTIONS.\n");
        reply.allow = "GET, POST, HEAD, OPTIONS";
        return reply;
    }
    // A misspelt fault must not be silently without effect.
    if (visit.fault != state.world.fault && !isFaultKind(visit.fault))
        return plainText(400, "X-Sandbox-Fault names no kind of fault; docs/sandbox.md lists them.\n");
    // METH names the limits, the body's is kept by the parser; RACE names 429, which came before any
    // processing.
    if (isTooFast(visit.moment.ms)) {
        Reply reply = plainText(429, "Too many requests. Try again later.\n");
        reply.retryAfter = "1";
        return reply;
    }
    return route(visit, user);
}

Simulator::Simulator(Config config, const dcs::Catalogue &catalogue)
    : m_d(std::make_unique<Private>(worldOf(config), catalogue))
{
}

Simulator::~Simulator() = default;

void Simulator::setRegion(int id)
{
    m_d->state.world.region = id;
}

void Simulator::setRandom(std::function<quint64()> random)
{
    m_d->state.random = std::move(random);
}

Response Simulator::respond(const HttpRequest &request, const Arrival &arrival)
{
    State &state = m_d->state;
    Visit visit = readVisit(request, arrival, state);
    Response response;
    Reply reply = m_d->reply(visit, response.user);
    reply.errors = visit.errors;
    spoilReply(visit.fault, reply);

    HeadFacts facts;
    facts.date = state.date(arrival.now);
    facts.tid = visit.tid;
    facts.regionLabel = visit.regionLabel;
    // A page may read answers of the DCS's own names only. One that was led here by DNS rebinding sends a
    // name of its own, which is no partner's: it learns code 1 and changes nothing.
    if (!visit.label.isEmpty())
        facts.origin = visit.origin;
    facts.processingMs = 2 + state.world.latencyMs;
    facts.tls = arrival.tls;
    facts.isHead = request.method == "HEAD";
    facts.keepAlive = request.keepAlive && !reply.unfinishedChunk && !reply.declaredLength;

    qsizetype headBytes = 0;
    response.bytes = write(reply, facts, headBytes);
    response.delayMs = state.world.latencyMs;
    response.close = !facts.keepAlive;
    spoilResponse(visit.fault, headBytes, response);
    response.status = reply.status;
    if (visit.partner)
        response.alias = visit.partner->aliases.first().toUtf8();
    for (const CodedError &error : std::as_const(visit.errors))
        response.codes.append(error.code);
    response.region = visit.moment.region;
    return response;
}

} // namespace sandbox

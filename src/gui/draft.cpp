// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/draft.h"

#include "dcs/host.h"
#include "interop/proxytext.h"

namespace gui {

using namespace Qt::StringLiterals;

namespace {

bool dialsSandbox(const dcs::SendOptions &options)
{
    return options.connectTo && options.connectTo->host == "127.0.0.1"_L1
        && (options.connectTo->port == sandboxPort || options.connectTo->port == sandboxTlsPort);
}

/// A clear-text sandbox call to the usual host is saved with the sandbox's own address in the URL: the host
/// does not matter to the sandbox without TLS, and other programs, which know no connect-to, then run the
/// file as it is.
bool savesSandboxUrl(const Draft &draft)
{
    return draft.sandbox && !draft.call.tls && draft.call.port == 80
        && draft.call.connectHost == dcs::usualRegionHost;
}

bool isSandboxUrl(const dcs::Call &call)
{
    return !call.tls && call.port == sandboxPort && call.connectHost == "127.0.0.1";
}

} // namespace

Draft newDraft(bool sandbox)
{
    Draft draft;
    draft.call = dcs::newCall("acme", dcs::usualRegionHost);
    draft.sandbox = sandbox;
    if (sandbox) {
        draft.call.tls = false;
        draft.call.port = 80;
    }
    return draft;
}

Draft firstDraft()
{
    Draft draft = newDraft(true);
    dcs::setOption(draft.call, u"d_dst"_s, u"1"_s);
    dcs::setOption(draft.call, u"d_cts"_s, u"2"_s);
    dcs::Identity user;
    user.value = u"22920112968019678612904394744954398990"_s;
    dcs::addIdentity(draft.call, user);
    draft.call.parameters.append(dcs::Parameter::fromText(u"c_likes", u"jazz piano"));
    draft.expectations = {u"status == 200"_s, u"uuid exists"_s, u"no errors"_s};
    return draft;
}

Draft draftOf(const interop::Preset &preset)
{
    Draft draft{preset.call, preset.options, dialsSandbox(preset.options), preset.expectations};
    if (!draft.options.connectTo && isSandboxUrl(draft.call)) {
        draft.sandbox = true;
        draft.call.connectHost = dcs::usualRegionHost;
        draft.call.port = 80;
    }
    if (draft.sandbox)
        draft.options.connectTo.reset();
    return draft;
}

interop::Preset presetOf(const Draft &draft, const interop::Preset &before)
{
    interop::Preset preset = before;
    preset.call = draft.call;
    preset.options = draft.options;
    preset.options.insecure = false; // for one call only
    if (!interop::isReference(preset.options.proxy.password))
        preset.options.proxy.password.clear();
    // A file that says it the other way is not rewritten for it.
    if (savesSandboxUrl(draft) && !dialsSandbox(before.options)) {
        preset.call.connectHost = "127.0.0.1";
        preset.call.port = sandboxPort;
    } else if (draft.sandbox) {
        preset.options.connectTo
            = dcs::HostPort{u"127.0.0.1"_s, draft.call.tls ? sandboxTlsPort : sandboxPort};
    }
    preset.expectations = draft.expectations;
    return preset;
}

} // namespace gui

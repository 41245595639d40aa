// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/calldocument.h"

#include "dcs/catalogue.h"
#include "dcs/check.h"
#include "dcs/encode.h"
#include "dcs/text.h"
#include "gui/editcall.h"
#include "interop/environment.h"

namespace gui {

CallDocument::CallDocument(const dcs::Catalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &CallDocument::titleChanged);
}

void CallDocument::open(const Draft &draft, const PresetPlace &place)
{
    m_undoStack.clear();
    m_place = place;
    m_name = place.preset.title.isEmpty() ? place.preset.name : place.preset.title;
    m_restoredModified = false;
    apply(draft);
    Q_EMIT titleChanged();
}

void CallDocument::edit(const Draft &after, const QString &text, const QByteArray &field)
{
    if (after != m_draft)
        m_undoStack.push(new EditCall(*this, after, text, field));
}

void CallDocument::editCall(const dcs::Call &after, const QString &text, const QByteArray &field)
{
    Draft draft = m_draft;
    draft.call = after;
    edit(draft, text, field);
}

void CallDocument::mend(const dcs::Finding &finding)
{
    editCall(dcs::applyMend(m_draft.call, finding, m_catalogue), finding.mend, {});
}

void CallDocument::setPlace(const PresetPlace &place)
{
    m_place = place;
    m_name = place.preset.title.isEmpty() ? place.preset.name : place.preset.title;
    m_restoredModified = false;
    m_undoStack.setClean();
    forget();
    Q_EMIT titleChanged();
}

void CallDocument::refreshPlace(const PresetPlace &place)
{
    m_place = place;
    m_name = place.preset.title.isEmpty() ? place.preset.name : place.preset.title;
    forget();
    Q_EMIT changed();
    Q_EMIT titleChanged();
}

void CallDocument::movePlace(const PresetPlace &place)
{
    m_place = place;
    Q_EMIT titleChanged();
}

void CallDocument::setName(const QString &name)
{
    m_name = name;
    Q_EMIT titleChanged();
}

QString CallDocument::title() const
{
    if (!m_name.isEmpty())
        return dcs::visible(m_name, 60);
    const QString host = QString::fromLatin1(dcs::hostHeader(m_draft.call));
    const QString alias = host.section(u'.', 0, 0);
    return alias.isEmpty() ? tr("New call")
                           : dcs::visible(alias + u' ' + QString::fromUtf8(m_draft.call.path), 60);
}

void CallDocument::setRestoredModified()
{
    m_restoredModified = true;
    Q_EMIT titleChanged();
}

void CallDocument::setVariables(const QMap<QString, QString> &values)
{
    if (values == m_variables)
        return;
    m_variables = values;
    forget();
    Q_EMIT changed();
}

const dcs::Result<dcs::Call> &CallDocument::resolved() const
{
    if (!m_resolved) {
        m_resolved = interop::resolve(m_draft.call, variables(), interop::Dynamic::real());
        if (*m_resolved && m_addCookies)
            m_addCookies(**m_resolved);
    }
    return *m_resolved;
}

// Those of the file until somebody who knows all has told them.
QMap<QString, QString> CallDocument::variables() const
{
    QMap<QString, QString> values = m_place.variables;
    values.insert(m_variables);
    return values;
}

dcs::Result<QStringList> CallDocument::resolvedExpectations() const
{
    return interop::resolveLines(
        m_draft.expectations, tr("the expectation"), variables(), interop::Dynamic::real());
}

QString CallDocument::resolvedText(const QString &text) const
{
    QString out = text;
    const QMap<QString, QString> values = variables();
    for (const QString &name : interop::variablesOf(text)) {
        const QString variable = QStringLiteral("{{%1}}").arg(name);
        if (const auto value = interop::resolveText(variable, values, interop::Dynamic::real()))
            out.replace(variable, *value);
    }
    return out;
}

const dcs::Result<dcs::WireRequest> &CallDocument::request() const
{
    if (!m_request)
        m_request
            = resolved() ? dcs::encode(**m_resolved) : dcs::Result<dcs::WireRequest>(resolved().error());
    return *m_request;
}

const QList<dcs::Finding> &CallDocument::findings() const
{
    if (!m_findings) {
        const bool isKnown = m_userRegion && dcs::userKey(m_draft.call) == m_user;
        m_findings = interop::unresolvedFindings(m_draft.call, variables())
            + dcs::check(m_draft.call, m_catalogue, {isKnown ? m_userRegion : std::nullopt});
    }
    return *m_findings;
}

void CallDocument::renewDynamicValues()
{
    forget();
    Q_EMIT changed();
}

void CallDocument::setUserRegion(const QString &userKey, int region)
{
    if (userKey.isEmpty() || (userKey == m_user && region == m_userRegion))
        return;
    m_user = userKey;
    m_userRegion = region;
    m_findings.reset(); // nothing else depends on it
    Q_EMIT changed();
}

void CallDocument::apply(const Draft &draft)
{
    m_draft = draft;
    forget();
    Q_EMIT changed();
    if (m_name.isEmpty())
        Q_EMIT titleChanged();
}

void CallDocument::forget()
{
    m_resolved.reset();
    m_request.reset();
    m_findings.reset();
}

} // namespace gui

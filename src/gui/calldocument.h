// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dcs/finding.h"
#include "dcs/result.h"
#include "dcs/wirerequest.h"
#include "gui/draft.h"

#include <QMap>
#include <QObject>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace dcs {
class Catalogue;
}

namespace gui {

/// One open call: its value, its undo stack, and what follows from the value (findings, wire request). Panels
/// show the value and ask for edits; nothing else holds a copy. What follows is worked out when somebody
/// asks.
class CallDocument : public QObject
{
    Q_OBJECT
public:
    explicit CallDocument(const dcs::Catalogue &catalogue, QObject *parent = nullptr);

    const dcs::Catalogue &catalogue() const { return m_catalogue; }
    const Draft &draft() const { return m_draft; }
    const dcs::Call &call() const { return m_draft.call; }
    QUndoStack &undoStack() { return m_undoStack; }

    /// Another call altogether; the undo stack begins anew.
    void open(const Draft &draft, const PresetPlace &place = {});
    /// One undoable step. Steps of the same `field` become one while they follow each other; "" never merges.
    void edit(const Draft &after, const QString &text, const QByteArray &field = {});
    void editCall(const dcs::Call &after, const QString &text, const QByteArray &field);
    void mend(const dcs::Finding &finding);

    const PresetPlace &place() const { return m_place; }
    void setPlace(const PresetPlace &place); ///< after saving: clean from now on
    void refreshPlace(const PresetPlace &place); ///< the file was read again; what is edited stays edited
    void movePlace(const PresetPlace &place); ///< elsewhere, or nowhere: the call keeps its name and edits
    void setName(const QString &name);
    const QString &name() const { return m_name; }
    QString title() const;
    bool isModified() const { return m_restoredModified || !m_undoStack.isClean(); }
    void setRestoredModified(); ///< a draft out of an earlier session differs from its preset

    void setVariables(const QMap<QString, QString> &values); ///< all that are known
    /// Adds the cookies of the jar, if the call uses it. The document asks when it needs to.
    void setCookies(std::function<void(dcs::Call &)> addCookies) { m_addCookies = std::move(addCookies); }
    /// The call with its {{variables}} filled in and its cookies; the dynamic ones stay the same until the
    /// next edit or Send.
    const dcs::Result<dcs::Call> &resolved() const;
    dcs::Result<QStringList> resolvedExpectations() const;
    QMap<QString, QString> variables() const; ///< names and values for {{variables}}
    /// A text of the call with what its {{variables}} stand for; those without a value stay.
    QString resolvedText(const QString &text) const;
    const dcs::Result<dcs::WireRequest> &request() const;
    const QList<dcs::Finding> &findings() const;
    void renewDynamicValues();
    /// The region that an answer named for a user (dcs::userKey()); another user's calls are not judged by
    /// it.
    void setUserRegion(const QString &userKey, int region);

Q_SIGNALS:
    void changed(); ///< the draft, or what follows from it
    void titleChanged();

private:
    friend class EditCall;
    void apply(const Draft &draft);
    void forget();

    const dcs::Catalogue &m_catalogue;
    Draft m_draft;
    PresetPlace m_place;
    QString m_name;
    bool m_restoredModified = false;
    QMap<QString, QString> m_variables;
    std::function<void(dcs::Call &)> m_addCookies;
    QString m_user; ///< whose home m_userRegion is
    std::optional<int> m_userRegion;
    QUndoStack m_undoStack;
    mutable std::optional<dcs::Result<dcs::Call>> m_resolved;
    mutable std::optional<dcs::Result<dcs::WireRequest>> m_request;
    mutable std::optional<QList<dcs::Finding>> m_findings;
};

} // namespace gui

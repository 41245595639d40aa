// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/jsontreemodel.h"

#include "dcs/jsonscan.h"
#include "dcs/text.h"
#include "gui/plaintext.h"
#include "gui/rawcolors.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace gui {

using namespace Qt::StringLiterals;
using dcs::JsonValue;

namespace {

constexpr qsizetype mostForRepeats = 500; // members among which a repeated key is looked for

bool isName(const QString &key)
{
    const auto isLetter
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !key.isEmpty() && isLetter(key.front()) && std::all_of(key.begin(), key.end(), [&](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9');
    });
}

bool isRepeated(const JsonValue &value)
{
    const JsonValue parent = value.parent();
    if (parent.kind() != JsonValue::Kind::Object || parent.size() > mostForRepeats)
        return false;
    const QString key = value.key();
    for (JsonValue other = parent.firstChild(); other.exists(); other = other.next()) {
        if (other.node() != value.node() && other.hasKey(key))
            return true;
    }
    return false;
}

} // namespace

QString shortJson(const dcs::JsonDocument &document, const JsonValue &value, qsizetype limit)
{
    const QByteArrayView text(document.text());
    const qsizetype most = limit * 4; // a character has four bytes at most
    QByteArrayView bytes = text.sliced(value.begin(), std::min(most, text.size() - value.begin()));
    bool cut = bytes.size() == most;
    if (value.kind() == JsonValue::Kind::String) {
        for (qsizetype i = 1; i < bytes.size(); ++i) {
            if (bytes[i] == '"') {
                bytes = bytes.first(i + 1);
                cut = false;
                break;
            }
            if (bytes[i] == '\\')
                ++i;
        }
    } else if (!value.isContainer()) {
        // Numbers and words; those may be as long as they like, too.
        const auto *end = std::find_if(bytes.begin(), bytes.end(), [](char c) {
            return !dcs::jsonscan::isDigit(c) && !(c >= 'a' && c <= 'z') && c != '-' && c != '+' && c != '.'
                && c != 'E';
        });
        cut = cut && end == bytes.end();
        bytes = bytes.first(end - bytes.begin());
    } else {
        cut = value.end() - value.begin() > most;
        bytes = bytes.first(std::min(bytes.size(), value.end() - value.begin()));
    }
    QString shown = dcs::textOfUtf8(bytes);
    cut = cut || shown.size() > limit;
    shown = dcs::visible(shown, limit);
    return cut && !shown.endsWith(u'…') ? shown + u'…' : shown;
}

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void JsonTreeModel::setRows(std::shared_ptr<const JsonRows> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_filter = nullptr;
    m_last = {};
    endResetModel();
}

void JsonTreeModel::setFilter(std::shared_ptr<const JsonFilter> filter)
{
    beginResetModel();
    m_filter = std::move(filter);
    m_last = {};
    endResetModel();
}

JsonValue JsonTreeModel::value(const QModelIndex &index) const
{
    return m_rows && index.isValid() ? m_rows->document().value(quint32(index.internalId())) : JsonValue();
}

const std::vector<quint32> *JsonTreeModel::shownChildren(quint32 node) const
{
    if (!m_filter)
        return nullptr;
    const auto found = m_filter->children.constFind(node);
    return found == m_filter->children.cend() ? nullptr : &found.value();
}

qsizetype JsonTreeModel::rowOf(const JsonValue &value) const
{
    const JsonValue above = value.parent();
    if (!above.exists())
        return 0;
    if (m_last.row >= 0 && m_last.parent == above.node() && m_last.value.node() == value.node())
        return m_last.row;
    const std::vector<quint32> *shown = shownChildren(above.node());
    if (!shown)
        return m_rows->rowOf(value);
    const auto found = std::lower_bound(shown->begin(), shown->end(), value.node());
    return found != shown->end() && *found == value.node() ? found - shown->begin() : -1;
}

bool JsonTreeModel::isLastLevel(const JsonValue &value)
{
    JsonValue above = value;
    for (int level = 1; level < mostLevels; ++level) {
        above = above.parent();
        if (!above.exists())
            return false;
    }
    return true;
}

QModelIndex JsonTreeModel::indexOf(const JsonValue &value) const
{
    if (!m_rows || !value.exists())
        return {};
    std::vector<JsonValue> line;
    for (JsonValue one = value; one.exists(); one = one.parent())
        line.push_back(one);
    const size_t levels = std::min(line.size(), size_t(mostLevels));
    for (size_t i = 1; i <= levels; ++i) {
        if (rowOf(line[line.size() - i]) < 0)
            return {};
    }
    const JsonValue &shown = line[line.size() - levels];
    return createIndex(int(rowOf(shown)), 0, quintptr(shown.node()));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!m_rows || row < 0 || column < 0 || column >= ColumnCount || parent.column() > 0)
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(0, column, quintptr(0)) : QModelIndex();
    const auto node = quint32(parent.internalId());
    if (const std::vector<quint32> *shown = shownChildren(node))
        return size_t(row) < shown->size() ? createIndex(row, column, quintptr(shown->at(size_t(row))))
                                           : QModelIndex();
    if (m_last.row < 0 || m_last.parent != node || (m_last.row != row && m_last.row + 1 != row))
        m_last = {node, row, m_rows->child(value(parent), row)};
    else if (m_last.row + 1 == row)
        m_last = {node, row, m_last.value.next()};
    if (m_last.value.exists())
        return createIndex(row, column, quintptr(m_last.value.node()));
    m_last = {};
    return {};
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    const JsonValue above = value(index).parent();
    return above.exists() ? createIndex(int(rowOf(above)), 0, quintptr(above.node())) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_rows || parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return 1;
    if (isLastLevel(value(parent)))
        return 0;
    if (const std::vector<quint32> *shown = shownChildren(quint32(parent.internalId())))
        return int(shown->size());
    return int(value(parent).size());
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_rows != nullptr;
    const JsonValue now = value(parent);
    return parent.column() == 0 && now.size() > 0 && !isLastLevel(now);
}

QString JsonTreeModel::path(const JsonValue &value) const
{
    QStringList steps;
    for (JsonValue one = value; one.parent().exists(); one = one.parent()) {
        const QByteArrayView quoted = one.rawKey();
        const QString key = quoted.isEmpty() ? QString() : one.key();
        if (quoted.isEmpty())
            steps.prepend(u'[' + QString::number(m_rows->rowOf(one)) + u']');
        else
            steps.prepend(isName(key) ? u'.' + key : u'[' + dcs::textOfUtf8(quoted) + u']');
    }
    return value.exists() ? u'$' + steps.join(QString()) : QString();
}

QString JsonTreeModel::keyText(const JsonValue &value) const
{
    const JsonValue above = value.parent();
    if (!above.exists())
        return u"$"_s;
    if (above.kind() == JsonValue::Kind::Array)
        return u'[' + QString::number(m_rows->rowOf(value)) + u']';
    const QString key = value.key();
    return key.isEmpty() ? u"\"\""_s : dcs::visible(key);
}

QString JsonTreeModel::valueText(const JsonValue &value) const
{
    if (!value.isContainer() || (value.size() > 0 && isLastLevel(value)))
        return shortJson(m_rows->document(), value);
    const QString size = QLocale().toString(qint64(value.size()));
    return value.kind() == JsonValue::Kind::Object ? u"{ %1 }"_s.arg(size) : u"[ %1 ]"_s.arg(size);
}

QString JsonTreeModel::typeText(const JsonValue &value) const
{
    const auto name = [&] {
        switch (value.kind()) {
        case JsonValue::Kind::Object:
            return tr("object");
        case JsonValue::Kind::Array:
            return tr("array");
        case JsonValue::Kind::String:
            return tr("string");
        case JsonValue::Kind::Number:
            return tr("number");
        case JsonValue::Kind::Null:
            return tr("null");
        default:
            return tr("boolean");
        }
    };
    if (value.size() > 0 && isLastLevel(value))
        return tr("%1, deeper than %2 levels").arg(name(), QLocale().toString(mostLevels));
    return isRepeated(value) ? tr("%1, repeated key").arg(name()) : name();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!m_rows || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JsonValue now = value(index);
    switch (role) {
    case PathRole:
        return path(now);
    case RawRole:
        return now.raw().toByteArray();
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == ValueColumn && !now.isContainer()
                ? shortJson(m_rows->document(), now)
                : path(now));
    case Qt::ForegroundRole:
        if (index.column() == TypeColumn)
            return rawColor(RawKind::Note, QGuiApplication::palette());
        if (index.column() == ValueColumn)
            return rawColor(now.isContainer()               ? RawKind::Note
                    : now.kind() == JsonValue::Kind::String ? RawKind::String
                    : now.kind() == JsonValue::Kind::Number ? RawKind::Number
                                                            : RawKind::Literal,
                QGuiApplication::palette());
        return {};
    case Qt::DisplayRole:
        return index.column() == KeyColumn  ? keyText(now)
            : index.column() == ValueColumn ? valueText(now)
                                            : typeText(now);
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : section == ValueColumn ? tr("Value") : tr("Type");
}

} // namespace gui

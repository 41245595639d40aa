// SPDX-FileCopyrightText: DCS Workbench contributors
// SPDX-License-Identifier: Apache-2.0

#include "gui/parameterspanel.h"

#include "dcs/text.h"
#include "gui/callurl.h"
#include "gui/flowbox.h"
#include "gui/parameterdelegate.h"
#include "gui/parametersmodel.h"
#include "gui/tablestyle.h"
#include "gui/wireedit.h"
#include "ui_parameterspanel.h"

#include <QFontDatabase>

namespace gui {

ParametersPanel::ParametersPanel(const dcs::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ParametersPanel>())
    , m_model(new ParametersModel(catalogue, this))
{
    m_ui->setupUi(this);
    m_ui->buttonBox->flow();
    QTableView &view = *m_ui->parametersView;
    view.setModel(m_model);
    view.setItemDelegate(
        new ParameterDelegate(catalogue, ParametersModel::KeyColumn, ParametersModel::ValueColumn, this));
    setUpTable(view);
    setColumnWidths(view, {6, 20, 34});
    m_ui->textEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_model, &ParametersModel::callEdited, this, &ParametersPanel::callEdited);
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, &ParametersPanel::editText);
    connect(
        view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ParametersPanel::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ParametersPanel::updateButtons);
    connectButtons();
    updateButtons();
}

ParametersPanel::~ParametersPanel()
{
    m_model->disconnect(this); // an open cell editor commits when it goes
}

void ParametersPanel::connectButtons()
{
    connect(m_ui->addButton, &QPushButton::clicked, this, [this] {
        select(m_model->add(), ParametersModel::KeyColumn);
        m_ui->parametersView->edit(m_ui->parametersView->currentIndex());
    });
    connect(
        m_ui->duplicateButton, &QPushButton::clicked, this, [this] { m_model->duplicate(selectedRows()); });
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] { m_model->remove(selectedRows()); });
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { move(1); });
    // A click on a button would close the open editor and forget what is marked in it.
    for (QPushButton *button : {m_ui->encodeButton, m_ui->decodeButton, m_ui->separatorButton})
        button->setFocusPolicy(Qt::TabFocus);
    connect(m_ui->encodeButton, &QPushButton::clicked, this, [this] {
        if (WireEdit *editor = openEditor())
            editor->encodeSelection();
        else
            changeValues([](QByteArrayView bytes) { return dcs::percentEncode(bytes); }, tr("Encode value"));
    });
    connect(m_ui->decodeButton, &QPushButton::clicked, this, [this] {
        if (WireEdit *editor = openEditor())
            editor->decodeSelection();
        else
            changeValues([](QByteArrayView bytes) { return dcs::percentDecode(bytes); }, tr("Decode value"));
    });
    connect(m_ui->separatorButton, &QPushButton::clicked, this, [this] {
        if (WireEdit *editor = openEditor())
            editor->insertSeparator();
        else
            changeValues(
                [](QByteArrayView bytes) { return bytes.toByteArray() + "%01"; }, tr("Insert separator"));
    });
    connect(m_ui->textButton, &QPushButton::toggled, this, [this](bool text) {
        showText();
        m_ui->stack->setCurrentWidget(text ? m_ui->textPage : m_ui->tablePage);
        updateButtons();
    });
}

void ParametersPanel::setCall(const dcs::Call &call)
{
    const bool textIsAhead = m_ui->textEdit->hasFocus() && call == m_model->call();
    m_model->setCall(call);
    if (!textIsAhead)
        showText();
    updateButtons();
}

void ParametersPanel::setFindings(const QList<dcs::Finding> &findings)
{
    m_model->setFindings(findings);
}

const dcs::Call &ParametersPanel::call() const
{
    return m_model->call();
}

void ParametersPanel::showText()
{
    if (!m_ui->textButton->isChecked())
        return;
    const QString text = parametersAsText(m_model->call().parameters);
    if (m_ui->textEdit->toPlainText() == text)
        return;
    const QSignalBlocker quiet(m_ui->textEdit);
    m_ui->textEdit->setPlainText(text);
}

void ParametersPanel::editText()
{
    m_model->replaceAll(parametersFromText(
        m_ui->textEdit->toPlainText(), m_model->call().parameters, dcs::defaultPlace(m_model->call())));
}

void ParametersPanel::changeValues(QByteArray (*change)(QByteArrayView), const QString &text)
{
    for (int row : selectedRows()) {
        const dcs::Parameter &parameter = m_model->rows()[row];
        const QByteArray value = change(parameter.wireValue()).replace('&', "%26");
        m_model->setWire(row, parameter.wireKey().toByteArray() + '=' + value, text);
    }
}

WireEdit *ParametersPanel::openEditor() const
{
    const QList<WireEdit *> editors = m_ui->parametersView->viewport()->findChildren<WireEdit *>();
    return editors.isEmpty() || !editors.first()->isVisible() ? nullptr : editors.first();
}

QList<int> ParametersPanel::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_ui->parametersView->selectionModel()->selectedRows())
        rows.append(index.row());
    return rows;
}

void ParametersPanel::move(int by)
{
    const QModelIndex current = m_ui->parametersView->currentIndex();
    if (current.isValid() && m_model->move(current.row(), by))
        select(current.row() + by, current.column());
}

void ParametersPanel::select(int row, int column)
{
    m_ui->parametersView->setCurrentIndex(m_model->index(row, column));
}

void ParametersPanel::updateButtons()
{
    const bool table = !m_ui->textButton->isChecked();
    const bool any = table && m_ui->parametersView->selectionModel()->hasSelection();
    m_ui->addButton->setEnabled(table);
    for (QPushButton *button : {m_ui->duplicateButton, m_ui->removeButton, m_ui->upButton, m_ui->downButton,
             m_ui->encodeButton, m_ui->decodeButton, m_ui->separatorButton})
        button->setEnabled(any);
}

void ParametersPanel::focusParameter(int index)
{
    m_ui->textButton->setChecked(false);
    select(index, ParametersModel::ValueColumn);
    m_ui->parametersView->setFocus();
}

QString ParametersPanel::currentKey() const
{
    const QModelIndex current = m_ui->parametersView->currentIndex();
    return current.isValid() ? m_model->rows()[current.row()].key() : QString();
}

} // namespace gui

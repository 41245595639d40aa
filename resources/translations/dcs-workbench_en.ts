<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>gui::AnswerSummary</name>
    <message numerus="yes">
        <source>The body is a JSON array with %n element(s).</source>
        <translation>
            <numerusform>The body is a JSON array with %n element.</numerusform>
            <numerusform>The body is a JSON array with %n elements.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CallTab</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::EnvironmentDialog</name>
    <message numerus="yes">
        <source>This removes %n cookies for good.</source>
        <translation>
            <numerusform>This removes %n cookie for good.</numerusform>
            <numerusform>This removes %n cookies for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::HistoryExportDialog</name>
    <message numerus="yes">
        <source>The %n &amp;selected call(s)</source>
        <translation>
            <numerusform>The %n &amp;selected call</numerusform>
            <numerusform>The %n &amp;selected calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) written to “%1”.</source>
        <translation>
            <numerusform>%n call written to “%1”.</numerusform>
            <numerusform>%n calls written to “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::HistoryPanel</name>
    <message numerus="yes">
        <source>Note on the %n selected call(s):</source>
        <translation>
            <numerusform>Note on the %n selected call:</numerusform>
            <numerusform>Note on the %n selected calls:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were deleted from the history.</source>
        <translation>
            <numerusform>%n call was deleted from the history.</numerusform>
            <numerusform>%n calls were deleted from the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MaskingDialog</name>
    <message numerus="yes">
        <source>%n call(s) were recorded with their IDs as they are.</source>
        <translation>
            <numerusform>%n call was recorded with its IDs as they are.</numerusform>
            <numerusform>%n calls were recorded with their IDs as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This replaces the IDs of %n call(s) by hashes for good. They cannot be sent again as they were.</source>
        <translation>
            <numerusform>This replaces the IDs of %n call by hashes for good. It cannot be sent again as it was.</numerusform>
            <numerusform>This replaces the IDs of %n calls by hashes for good. They cannot be sent again as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PresetEdits</name>
    <message numerus="yes">
        <source>Delete %n entries</source>
        <translation>
            <numerusform>Delete %n entry</numerusform>
            <numerusform>Delete %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n entries</source>
        <translation>
            <numerusform>Duplicate %n entry</numerusform>
            <numerusform>Duplicate %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n entries</source>
        <translation>
            <numerusform>Copy %n entry</numerusform>
            <numerusform>Copy %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n entries</source>
        <translation>
            <numerusform>Move %n entry</numerusform>
            <numerusform>Move %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n files</source>
        <translation>
            <numerusform>Bring in %n file</numerusform>
            <numerusform>Bring in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RetentionDialog</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RunAllDialog</name>
    <message numerus="yes">
        <source>%n requests were not sent.</source>
        <translation>
            <numerusform>%n request was not sent.</numerusform>
            <numerusform>%n requests were not sent.</numerusform>
        </translation>
    </message>
</context>
</TS>

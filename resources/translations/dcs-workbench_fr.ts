<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AnswerFindBar</name>
    <message>
        <source>Find in answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerSummary</name>
    <message>
        <source>Status:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transaction:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for the next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this user ID into the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the next call to the region where the user&apos;s profile lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Domain &amp;alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The partner&apos;s subdomain: it travels in the Host header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster that the connection goes to: use the region of the user&apos;s last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect to the alias itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to alias.demdex.net instead of a region: DNS then picks the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection h&amp;ost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name to connect to; the certificate must cover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;GET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User I&amp;Ds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signa&amp;ls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_rtbd=json: without it the DCS answers with a pixel or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_dst=1: return URL and cookie destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traits and segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_cts=1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_cts=2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call&amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_cb: name of the JavaScript function to wrap the answer in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plat&amp;form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CallTab</name>
    <message>
        <source>&amp;Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GET sends the parameters in the URL, POST in the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole call as a URL. Paste a URL, a curl line or a raw request to read it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this call once (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up waiting for the answer (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Host header: it names the partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connects to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the connection really goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name that the server&apos;s certificate must cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INSECURE: the certificate is not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Env&amp;ironment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values for {{variables}}, from http-client.env.json of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: history number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After: history number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths such as $.tid or $.dests[*].id and names of headers, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyAsDialog</name>
    <message>
        <source>Save call as file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mask identifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and digits of user and device IDs become x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpectPanel</name>
    <message>
        <source>Expectations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an expectation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected expectation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line each: status == 200, uuid exists, region == 9, trait 420020, no errors, header Content-Type contains json, json $.dcs_region == 9, time &lt; 500</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadersPanel</name>
    <message>
        <source>Header lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a header line at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later on the wire</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>Help on the field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Search history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, &quot;exact words&quot;, alias:acme region:9 status:4xx error:171 since:yesterday until:2026-01-31 preset:name pinned:yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call you send is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the selected call and its answer in a new tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the selected call and send it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the selected calls whatever the retention says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URLs, cur&amp;l lines, HAR, Postman collection, .http requests or a CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Calls that will come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check &amp;none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What cannot be represented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;preset file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to p&amp;resets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as &amp;tabs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonPage</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of a key or a value, or a path such as $.dests[0]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the tree down to that many levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>DCS Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>&amp;Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over everything, looking up the name included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirects followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 shows a redirect as the answer it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;nnect to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dial this address instead of the connection host; the certificate is still checked against the connection host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted instead of the system&apos;s store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insecure: s&amp;end although the certificate does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this call only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One parameter a line, as it travels. A line that begins with # is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a parameter at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the selected parameters below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent-encode the value, or the marked part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo one percent-encoding of the value, or of the marked part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert %01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the separator %01 into the value, at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit as te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parameters as lines of text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetsPanel</name>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets yet. Ctrl+S saves the call as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the selected preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected preset another name (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected preset (Del)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbeDialog</name>
    <message>
        <source>How far each region is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One GET / goes to each region; it names no partner and no user, and nothing is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this region</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RawPage</name>
    <message>
        <source>Show the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Tidy the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned calls and calls under way stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove calls &amp;older than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep only the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the history &amp;below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunAllDialog</name>
    <message>
        <source>Run all requests of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call as it was sent, with its answer, in a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this call is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the workspace; a new name makes a new file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeIdsDialog</name>
    <message>
        <source>Take user and region from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cookie, Cookie header, answer of /id or of the DCS, or HAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AMCV_…=MCMID|… or {&quot;uuid&quot;:&quot;…&quot;,&quot;dcs_region&quot;:9}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer of the &amp;history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest answer that names a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the DCS for a new user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or&amp;ganization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 letters and digits, then @AdobeOrg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for an &amp;ECID (/id)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a &amp;UUID (/event)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call without user ID: the answer names a new user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill alias, region and user of the call: one step to undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The file “%1” no longer has that request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again from the list of presets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimingPage</name>
    <message>
        <source>Waterfall of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WirePanel</name>
    <message>
        <source>Bytes of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size against the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cur&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B of %2 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more bytes are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Actions</name>
    <message>
        <source>&amp;New call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New call from the clip&amp;board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reopen closed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the UR&amp;L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the &amp;history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a &amp;preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Findings of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;revious call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take user and region from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each re&amp;gion is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import calls…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run all requests of the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy the &amp;history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rena&amp;me preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this &amp;field means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About DCS Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AnswerFindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AnswerHeaders</name>
    <message>
        <source>Headers of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (trailer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AnswerPanel</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the previous one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, copy or compare this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save body…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;HAR…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mask IDs in what is exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare with another answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AnswerSummary</name>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trait ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segment ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes, %2 on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DCS may have counted the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2, as sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_mid: the Experience Cloud ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_uuid: the Audience Manager user ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no published host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (as sent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (the user&apos;s home: switch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AnswerTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::AnswerWire</name>
    <message>
        <source>→ to %1: %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← head from %1: %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← body from %1, framing and compression taken off: %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of both directions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Application</name>
    <message>
        <source>Build, send and inspect calls to Audience Manager&apos;s Data Collection Servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep history and settings in &lt;dir&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of presets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on the built-in sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.http, .har, .json or .csv files to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“dcs-workbench --help” lists the options.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CallDocument</name>
    <message>
        <source>New call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CallPanel</name>
    <message>
        <source>Sandbox (built in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change connection host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect directly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CallTab</name>
    <message>
        <source>The URL line cannot be read, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit expectations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the answer&apos;s user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the user&apos;s region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sandbox, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sandbox, not started yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CompareDialog</name>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number of a call in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call %1 of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to compare from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers (*.har *.json *);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two answers to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Comparison</name>
    <message>
        <source>+ added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≠ changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↷ moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1, removed %2, changed %3, moved %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CopyAs</name>
    <message>
        <source>&amp;Save as file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::CopyAsDialog</name>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save call as file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ExpectationsModel</name>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::FindingsModel</name>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::FindingsPanel</name>
    <message>
        <source>&amp;Mend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to complain about.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::HeadersModel</name>
    <message>
        <source>automatic: the length of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move header</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::HelpPane</name>
    <message>
        <source>Put the cursor into a field of the call, or on a parameter, and press F1 to read what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a key of the partner: a signal. The DCS compares it with the rules of the partner&apos;s traits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::HistoryModel</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::HistoryPanel</name>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every call you send is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No call fits the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in a new tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was deleted from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calls were deleted from the history.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::IdentitiesModel</name>
    <message>
        <source>d_uuid: Audience Manager user ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_mid: Experience Cloud ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_cid: customer ID of a data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_cid_ic: customer ID by integration code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_cid_ns: customer ID by namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d_dpid and d_dpuuid: deprecated pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 authenticated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 logged out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit user ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add user ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove user ID</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ImportDialog</name>
    <message>
        <source>URLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.http requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls (*.http *.rest *.har *.json *.csv *.txt *.sh);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste something, or open a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no call to the DCS in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, calls: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 calls open as tabs; add them to the presets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name; an import never overwrites presets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ImportModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::JsonFilter</name>
    <message>
        <source>Character %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::JsonPage</name>
    <message>
        <source>Copy &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;raw text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is no JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 were opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found, the first %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::JsonTreeModel</name>
    <message>
        <source>object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boolean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, repeated key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls (*.http *.rest *.har *.json *.csv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – DCS Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DCS Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds no request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 DCS calls opened, %2 other entries left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About DCS Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DCS Workbench %1

Builds, sends and explains calls to the Data Collection Servers of Adobe Audience Manager.

Licence: Apache-2.0. Not affiliated with Adobe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file of presets is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a preset or a file in the sidebar first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::OptionsPanel</name>
    <message>
        <source>Choose a CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ParametersModel</name>
    <message>
        <source>(no value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch parameter on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch parameter off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit parameters as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ParametersPanel</name>
    <message>
        <source>Encode value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert separator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::PresetFiles</name>
    <message>
        <source>“%1” was changed by another program since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name, or open it again and repeat the edit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::PresetsPanel</name>
    <message>
        <source>No presets yet. Ctrl+S saves the call as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset “%1” deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ProbeDialog</name>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region answered. The table says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest: %1, %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the user&apos;s home, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user&apos;s home is %1: calls for this user belong there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All regions are the sandbox on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use region %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::ProbeModel</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user&apos;s home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::RawFinder</name>
    <message>
        <source>Character %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This expression takes too long. Make it more definite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::RawPage</name>
    <message>
        <source>Bytes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::RawView</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::RetentionDialog</name>
    <message>
        <source>one call</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what may go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would remove %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove calls from the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This removes %1 for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giving the space back to the disk…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::RunAllDialog</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected “%1”, got “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requests of “%1”, in order. What one captures fills the {{variables}} of the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requests were answered as expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One request was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests were not sent.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SavePresetDialog</name>
    <message>
        <source>A preset needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or type a file name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Services</name>
    <message>
        <source>Send to a live system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment “%1” is live: the DCS counts this call for real users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>The calls that were open last time cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::SignalsModel</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove signal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::TakeIdsDialog</name>
    <message>
        <source>AMCV cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/id answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DCS answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECID %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both questions go to the built-in sandbox and into the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The questions go to dpm.demdex.net and to %1, and into the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookie, answer or HAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts (*.har *.json *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer in the history yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ECID belongs to an organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter its ID: 24 letters and digits, then @AdobeOrg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DCS refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing pasted or asked for yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to complain about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the DCS…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over user and region</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::Timing</name>
    <message>
        <source>Name look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body, unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT verified: this call was sent insecurely on request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the call could be read on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::TimingChart</name>
    <message>
        <source>total %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::TimingPage</name>
    <message>
        <source>Fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirect, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last to this region, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui::WireEdit</name>
    <message>
        <source>&amp;Encode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Insert %01</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>interop::ExportFormat</name>
    <message>
        <source>curl (bash)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl (Windows cmd)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl (PowerShell)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.http request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python (requests)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JavaScript (Node)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Java (HttpClient)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C# (HttpClient)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artillery script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k6 script</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store::History</name>
    <message>
        <source>alias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed before an answer was complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DCS error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all calls</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

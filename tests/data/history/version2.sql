-- A history as version 2 wrote it: one finished call and one that never was.
PRAGMA page_size = 4096;
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA application_id = 1145262935;
CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    owner INTEGER,
    removed INTEGER,
    pinned INTEGER,
    note TEXT,
    method TEXT NOT NULL,
    alias TEXT,
    region INTEGER,
    identity TEXT,
    status INTEGER,
    errors TEXT,
    failure TEXT,
    total_ms REAL,
    body_bytes INTEGER,
    preset TEXT,
    environment TEXT,
    batch TEXT,
    batch_row INTEGER,
    stored INTEGER NOT NULL,
    url TEXT NOT NULL, masked INTEGER
);
CREATE INDEX exchanges_pinned ON exchanges(pinned) WHERE pinned = 1;
CREATE INDEX exchanges_removed ON exchanges(removed) WHERE removed IS NOT NULL;
CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    tls INTEGER NOT NULL,
    host BLOB NOT NULL,
    port INTEGER NOT NULL,
    head_bytes INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    findings BLOB
);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    tls INTEGER,
    record BLOB NOT NULL,
    body BLOB
);
CREATE TABLE tls (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    record BLOB NOT NULL
);
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value
) WITHOUT ROWID;
INSERT INTO facts VALUES ('instance', 4711);
INSERT INTO exchanges(id, started, outcome, pinned, note, method, alias, region, status, errors, total_ms, body_bytes, stored, url)
VALUES (1, 1769860800123, 1, 1, 'kept', 'GET', 'acme', 9, 200, '171', 12.5, 12, 400,
    'https://usw2.demdex.net/event?c_a=popstar');
INSERT INTO requests(id, tls, host, port, head_bytes, bytes)
VALUES (1, 1, x'757377322e64656d6465782e6e6574', 443, 58, x'00474554202f6576656e743f635f613d706f707374617220485454502f312e310d0a486f73743a2061636d652e64656d6465782e6e65740d0a0d0a');
INSERT INTO answers(id, started, record, body)
VALUES (1, 1769860800123, x'00a266726561736f6e424f4b6776657273696f6e43312e31', x'007b2275756964223a2231227d');
INSERT INTO exchanges(id, started, outcome, owner, method, alias, region, stored, url)
VALUES (2, 1769860801000, 0, 12345, 'GET', 'acme', 9, 300, 'https://usw2.demdex.net/event?c_a=popstar');
INSERT INTO requests(id, tls, host, port, head_bytes, bytes)
VALUES (2, 1, x'757377322e64656d6465782e6e6574', 443, 58, x'00474554202f6576656e743f635f613d706f707374617220485454502f312e310d0a486f73743a2061636d652e64656d6465782e6e65740d0a0d0a');
PRAGMA user_version = 2;

-- How far each WARC file has been read: the offset up to which all of it has been taken in.
CREATE TABLE warc_files (
    file    TEXT PRIMARY KEY,
    read_to INTEGER NOT NULL
) STRICT;

-- A page in one language as it was read from its newest capture. "record" is a line of `haku export releases`
-- without "translation", which the table "pairs" knows.
CREATE TABLE releases (
    id             TEXT PRIMARY KEY,
    url            TEXT NOT NULL UNIQUE,
    source         TEXT NOT NULL,
    authority      TEXT,
    language       TEXT,
    kind           TEXT NOT NULL,
    form           TEXT,
    title          TEXT NOT NULL,
    published      TEXT,
    translated     TEXT,
    opens          TEXT,
    closes         TEXT,
    continuous     INTEGER NOT NULL,
    open_from      TEXT,
    open_to        TEXT,
    total          REAL,
    use_start      TEXT,
    use_end        TEXT,
    first_captured TEXT NOT NULL,
    captured       TEXT NOT NULL,
    digest         TEXT NOT NULL,
    text_digest    TEXT NOT NULL,
    record_digest  TEXT NOT NULL,
    record         TEXT NOT NULL
) STRICT;

CREATE INDEX releases_published ON releases (published, id);

-- Older readings of the same address whose text differed.
CREATE TABLE revisions (
    release_id     TEXT NOT NULL REFERENCES releases (id),
    text_digest    TEXT NOT NULL,
    first_captured TEXT NOT NULL,
    captured       TEXT NOT NULL,
    digest         TEXT NOT NULL,
    record         TEXT NOT NULL,
    PRIMARY KEY (release_id, text_digest)
) STRICT;

-- Every response and imported file: where it lies in the archive of record, and what was read from it.
-- "address" is the canonical form of "url"; "release_id" and "problem" are both NULL for what is no page.
CREATE TABLE captures (
    id         INTEGER PRIMARY KEY,
    file       TEXT NOT NULL,
    offset     INTEGER NOT NULL,
    url        TEXT NOT NULL,
    address    TEXT NOT NULL,
    time       TEXT NOT NULL,
    status     INTEGER,
    media_type TEXT NOT NULL,
    digest     TEXT NOT NULL,
    headers    TEXT NOT NULL,
    release_id TEXT REFERENCES releases (id),
    problem    TEXT,
    UNIQUE (file, offset)
) STRICT;

CREATE INDEX captures_digest ON captures (digest, url);
CREATE INDEX captures_url ON captures (url, time);
CREATE INDEX captures_release ON captures (release_id);

-- "inputs" names what the pair was computed from, so that it is computed again only when that has changed.
CREATE TABLE pairs (
    fi        TEXT PRIMARY KEY REFERENCES releases (id),
    sv        TEXT NOT NULL UNIQUE REFERENCES releases (id),
    method    TEXT NOT NULL,
    score     REAL NOT NULL,
    lag_hours REAL,
    inputs    TEXT NOT NULL,
    record    TEXT NOT NULL
) STRICT;

CREATE TABLE state (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

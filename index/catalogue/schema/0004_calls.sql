-- What each release is recognised by when calls are joined, so that only new releases need be read again. "inputs" names
-- what it was computed from: the release's record and the rules.
CREATE TABLE call_sketches (
    release_id TEXT PRIMARY KEY REFERENCES releases (id),
    inputs     TEXT NOT NULL,
    record     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Grant rounds. "record" is a line of `haku export calls`, "began" the day of their first release; "inputs" as in pairs.
CREATE TABLE calls (
    id          TEXT PRIMARY KEY REFERENCES releases (id),
    title       TEXT NOT NULL,
    authority   TEXT,
    began       TEXT,
    opens       TEXT,
    closes      TEXT,
    continuous  INTEGER NOT NULL,
    total       REAL,
    granted     REAL,
    currency    TEXT NOT NULL,
    decided     TEXT,
    case_number TEXT,
    inputs      TEXT NOT NULL,
    record      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which call a release belongs to, what it does there, and how that was found.
CREATE TABLE call_releases (
    release_id TEXT PRIMARY KEY REFERENCES releases (id),
    call_id    TEXT NOT NULL REFERENCES calls (id) ON DELETE CASCADE,
    role       TEXT NOT NULL,
    method     TEXT,
    score      REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX call_releases_call ON call_releases (call_id);

CREATE VIEW call_windows AS
SELECT c.id AS call_id, c.title,
       item.key AS position,
       item.value ->> 'opens' AS opens,
       item.value ->> 'closes' AS closes,
       item.value ->> 'continuous' AS continuous,
       item.value ->> 'extended' AS extended,
       item.value ->> 'announced' AS announced,
       item.value ->> 'release' AS release_id
FROM calls AS c, json_each(c.record, '$.windows') AS item;

CREATE VIEW call_opinions AS
SELECT c.id AS call_id, c.title,
       item.key AS position,
       item.value ->> 'field' AS field,
       item.value ->> 'kind' AS kind,
       item.value ->> 'severity' AS severity,
       item.value ->> 'release' AS release_id,
       item.value ->> 'official' AS official_id,
       item.value ->> 'release_value' AS release_value,
       item.value ->> 'official_value' AS official_value
FROM calls AS c, json_each(c.record, '$.opinions') AS item;

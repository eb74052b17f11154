-- What releases are recognised by when their other language versions are looked for: kept so that a new release is
-- compared with few. "marks" is 64-bit whole numbers, "profile" packed; "language" counts fi, sv, en from 0.
CREATE TABLE profiles (
    number     INTEGER PRIMARY KEY,
    release_id TEXT NOT NULL UNIQUE REFERENCES releases (id),
    language   INTEGER NOT NULL,
    marks      BLOB NOT NULL,
    profile    BLOB NOT NULL
) STRICT;

CREATE TABLE marks (
    mark     INTEGER NOT NULL,
    language INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    PRIMARY KEY (mark, language, number)
) STRICT, WITHOUT ROWID;

-- Releases in two languages that are, or nearly are, like enough to be versions of one text. "weight" is in thousandths
-- of log odds, "clues" what it is made of, as in the evidence of `haku review`.
CREATE TABLE likenesses (
    one       TEXT NOT NULL REFERENCES releases (id),
    other     TEXT NOT NULL REFERENCES releases (id),
    languages TEXT NOT NULL,
    weight    INTEGER NOT NULL,
    declared  INTEGER NOT NULL,
    clues     TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX likenesses_other ON likenesses (other);

-- Releases whose pairs are to be looked at: 0 read again first, 1 for what has become of their likenesses.
CREATE TABLE unpaired (
    release_id TEXT PRIMARY KEY REFERENCES releases (id),
    profiled   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO unpaired SELECT id, 0 FROM releases;
DELETE FROM state WHERE key = 'content';

-- English versions. "record" is a line of `haku export english`.
CREATE TABLE english (
    en     TEXT PRIMARY KEY REFERENCES releases (id),
    fi     TEXT UNIQUE REFERENCES releases (id),
    sv     TEXT UNIQUE REFERENCES releases (id),
    method TEXT NOT NULL,
    score  REAL NOT NULL,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What all releases and pairs are named by is read with every ingest: without their records.
CREATE INDEX releases_digests ON releases (id, record_digest);
CREATE INDEX pairs_inputs ON pairs (fi, sv, inputs);

-- The text of documents that releases attach, by the digest of their payload. "state" says whether it could be read,
-- "media_type" what the document is by its content.
CREATE TABLE documents (
    digest     TEXT PRIMARY KEY,
    state      TEXT NOT NULL,
    media_type TEXT,
    pages      INTEGER,
    characters INTEGER NOT NULL,
    text       TEXT NOT NULL
) STRICT;

-- A capture may hold several releases: "capture_releases" has them. "redirect" is the address in canonical form that an
-- answer leads to; "gone" is 1 for one that says that the page is no longer there.
DROP VIEW problems;
DROP INDEX captures_digest;
DROP INDEX captures_url;
DROP INDEX captures_release;
ALTER TABLE captures RENAME TO captures_before;

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
    redirect   TEXT,
    gone       INTEGER NOT NULL,
    problem    TEXT,
    UNIQUE (file, offset)
) STRICT;

INSERT INTO captures
SELECT id, file, offset, url, address, time, status, media_type, digest, NULL,
       coalesce(status IN (404, 410), 0), problem
FROM captures_before;

CREATE INDEX captures_digest ON captures (digest, url);
CREATE INDEX captures_address ON captures (address, time);

CREATE TABLE capture_releases (
    capture_id INTEGER NOT NULL REFERENCES captures (id) ON DELETE CASCADE,
    release_id TEXT NOT NULL REFERENCES releases (id),
    PRIMARY KEY (capture_id, release_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX capture_releases_release ON capture_releases (release_id);

INSERT INTO capture_releases
SELECT id, release_id FROM captures_before WHERE release_id IS NOT NULL;

-- The canonical form of "url", as captures have it.
ALTER TABLE releases ADD COLUMN address TEXT NOT NULL DEFAULT '';

UPDATE releases
SET address = coalesce((SELECT address FROM captures_before WHERE release_id = releases.id LIMIT 1), url);

DROP TABLE captures_before;

CREATE VIEW problems AS
SELECT address, url, time, file, "offset", status, media_type, problem
FROM captures
WHERE problem IS NOT NULL;

-- The releases whose pages are no longer there, and since when that is known.
CREATE VIEW gone AS
SELECT release_id, url, title, gone
FROM (
    SELECT r.id AS release_id, r.url, r.title,
           (SELECT CASE WHEN c.gone THEN c.time END FROM captures AS c
            WHERE c.address = r.address ORDER BY c.time DESC, c.gone LIMIT 1) AS gone
    FROM releases AS r
)
WHERE gone IS NOT NULL;

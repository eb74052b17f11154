-- The releases whose pages are no longer there, and since when that is known: the newest capture says so of the address
-- that a release was read from, or leads to an address whose newest capture does. The address that a release was read
-- from is a record's, not the release's own, where one answer holds several releases. Of two captures at one moment, the
-- one that has the page counts.
DROP VIEW gone;

CREATE VIEW gone AS
SELECT release_id, url, title, gone
FROM (
    SELECT r.id AS release_id, r.url, r.title,
           (SELECT CASE
                WHEN c.gone THEN substr(c.time, 1, 19) || 'Z'
                ELSE (
                    SELECT CASE WHEN target.gone THEN substr(target.time, 1, 19) || 'Z' END FROM captures AS target
                    WHERE target.address = c.redirect ORDER BY target.time DESC, target.gone LIMIT 1
                ) END
            FROM captures AS c
            WHERE c.address IN (
                SELECT r.address
                UNION ALL
                SELECT source.address FROM capture_releases AS read JOIN captures AS source ON source.id = read.capture_id
                WHERE read.release_id = r.id
            )
            ORDER BY c.time DESC, c.gone LIMIT 1) AS gone
    FROM releases AS r
)
WHERE gone IS NOT NULL;

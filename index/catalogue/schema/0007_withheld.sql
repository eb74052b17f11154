-- Addresses that name a person who has asked to be forgotten, and what is shown of them. What is joined by addresses is
-- joined by the whole ones, as "releases" and "captures" have them.
CREATE TABLE withheld (
    address TEXT PRIMARY KEY,
    shown   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

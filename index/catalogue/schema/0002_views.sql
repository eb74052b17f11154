-- The lists inside the records as tables, for whoever opens this file with a program of their own.

CREATE VIEW amounts AS
SELECT r.id AS release_id, r.url, r.title, r.published,
       item.key AS position,
       item.value ->> 'min' AS min,
       item.value ->> 'max' AS max,
       item.value ->> 'currency' AS currency,
       item.value ->> 'approximate' AS approximate,
       item.value ->> 'bound' AS bound,
       item.value ->> 'per' AS per,
       item.value ->> 'role' AS role,
       item.value ->> 'text' AS text,
       item.value ->> 'block' AS block,
       item.value ->> 'start' AS "start",
       item.value ->> 'end' AS "end"
FROM releases AS r, json_each(r.record, '$.amounts') AS item;

CREATE VIEW contacts AS
SELECT r.id AS release_id, r.url, r.title AS release_title, r.published,
       item.key AS position,
       item.value ->> 'name' AS name,
       item.value ->> 'title' AS title,
       item.value ->> 'organisation' AS organisation,
       item.value ->> 'phone' AS phone,
       item.value ->> 'phone_valid' AS phone_valid,
       item.value ->> 'email' AS email,
       item.value ->> '$.evidence.text' AS text
FROM releases AS r, json_each(r.record, '$.contacts') AS item;

CREATE VIEW eligibility AS
SELECT r.id AS release_id, r.url, r.title,
       item.key AS position,
       groups.value AS applicant,
       item.value ->> '$.evidence.text' AS text
FROM releases AS r, json_each(r.record, '$.eligibility') AS item, json_each(item.value, '$.groups') AS groups;

CREATE VIEW case_numbers AS
SELECT r.id AS release_id, r.url, r.title,
       item.key AS position,
       item.value ->> 'value' AS value,
       item.value ->> '$.evidence.text' AS text
FROM releases AS r, json_each(r.record, '$.case_numbers') AS item;

CREATE VIEW attachments AS
SELECT r.id AS release_id, r.url AS release_url, r.title,
       item.key AS position,
       item.value ->> 'url' AS url,
       item.value ->> 'text' AS text,
       item.value ->> 'media_type' AS media_type
FROM releases AS r, json_each(r.record, '$.attachments') AS item;

CREATE VIEW warnings AS
SELECT r.id AS release_id, r.url, r.title,
       item.key AS position,
       item.value ->> 'code' AS code,
       item.value ->> 'field' AS field,
       item.value ->> 'detail' AS detail,
       item.value ->> '$.evidence.text' AS text
FROM releases AS r, json_each(r.record, '$.warnings') AS item;

CREATE VIEW blocks AS
SELECT r.id AS release_id, r.language,
       item.key AS position,
       item.value ->> 'type' AS type,
       item.value ->> 'text' AS text
FROM releases AS r, json_each(r.record, '$.blocks') AS item;

CREATE VIEW differences AS
SELECT p.fi AS fi_id, p.sv AS sv_id, f.title AS fi_title, s.title AS sv_title,
       item.key AS position,
       item.value ->> 'field' AS field,
       item.value ->> 'kind' AS kind,
       item.value ->> 'fi' AS fi,
       item.value ->> 'sv' AS sv,
       item.value ->> '$.evidence.fi.text' AS fi_text,
       item.value ->> '$.evidence.sv.text' AS sv_text
FROM pairs AS p
JOIN releases AS f ON f.id = p.fi
JOIN releases AS s ON s.id = p.sv, json_each(p.record, '$.differences') AS item;

CREATE VIEW problems AS
SELECT address, url, time, file, "offset", status, media_type, problem
FROM captures
WHERE problem IS NOT NULL;

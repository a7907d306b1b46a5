-- review.sqlite, in the run's folder. Decisions first: appended to, never changed.

CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,           -- UTC, ISO 8601
    reviewer TEXT NOT NULL,     -- whose decision it is
    actor TEXT NOT NULL,        -- who took it; differs from `reviewer` only where one person settles a disagreement
    action TEXT NOT NULL,       -- accept, reject, correct, add, skip, finish, undo, reattach
    step INTEGER NOT NULL,      -- events of one key press share it
    undoes INTEGER,             -- the step that an undo takes back
    doc_id TEXT NOT NULL,
    item TEXT NOT NULL,         -- id of the record as it was found or added; '' is the article as a whole
    version INTEGER NOT NULL,   -- 1, 2, 3 … for each reviewer and item
    before TEXT NOT NULL,       -- the decision that stood, as JSON
    after TEXT NOT NULL,        -- the decision that stands from here on
    UNIQUE (reviewer, doc_id, item, version)   -- two writers who saw the same version cannot both go on
) STRICT;

CREATE INDEX IF NOT EXISTS events_by_step ON events (reviewer, step);
CREATE INDEX IF NOT EXISTS events_by_undone_step ON events (reviewer, undoes);

CREATE TRIGGER IF NOT EXISTS events_stay BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TRIGGER IF NOT EXISTS events_last BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

-- The decisions that stand, derived from the events by the trigger below.

CREATE TABLE IF NOT EXISTS decisions (
    reviewer TEXT NOT NULL,
    doc_id TEXT NOT NULL,
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL,      -- undecided, accepted, rejected, corrected, added, skipped, finished
    record TEXT,                -- the record as it goes to gold, as JSON
    value TEXT,                 -- the same as a line of gold
    seen TEXT,                  -- the record as the rules had it at that time, as a line of gold
    label TEXT, start INTEGER, "end" INTEGER,
    PRIMARY KEY (reviewer, doc_id, item)
) STRICT;

-- What is in the gold, by place: whether something overlaps is one step away.
CREATE INDEX IF NOT EXISTS gold_by_place ON decisions (reviewer, doc_id, start)
    WHERE verdict IN ('accepted', 'corrected', 'added');

CREATE TRIGGER IF NOT EXISTS decisions_follow AFTER INSERT ON events
BEGIN
    INSERT OR REPLACE INTO decisions VALUES (
        new.reviewer, new.doc_id, new.item, new.version, new.at,
        json_extract(new.after, '$.verdict'), json_extract(new.after, '$.record'),
        json_extract(new.after, '$.value'), json_extract(new.after, '$.seen'),
        json_extract(new.after, '$.record.label'), json_extract(new.after, '$.record.start'),
        json_extract(new.after, '$.record.end')
    );
END;

-- The catalogue: what the run's files hold, made again whenever they change.

CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS articles (
    n INTEGER PRIMARY KEY,      -- position in articles.jsonl
    doc_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    at INTEGER NOT NULL,        -- byte in articles.jsonl at which its line starts
    bytes INTEGER NOT NULL,
    records INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS records (
    item TEXT PRIMARY KEY,
    n INTEGER NOT NULL,
    doc_id TEXT NOT NULL,
    label TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL,
    name TEXT,                  -- of a company
    value TEXT NOT NULL,        -- the record as a line of gold
    record TEXT NOT NULL        -- the record as it stands in records.jsonl
) STRICT;

CREATE INDEX IF NOT EXISTS records_in_order ON records (n, start);
CREATE INDEX IF NOT EXISTS records_by_confidence ON records (ifnull(confidence, 2), n, start);  -- unknown: last
CREATE INDEX IF NOT EXISTS records_by_kind ON records (label, rule, text);

-- One reviewer's view of the run: every record with the decision on it, then what was decided without a record.

CREATE TEMP TABLE me (reviewer TEXT NOT NULL);

CREATE TEMP VIEW found_items AS
SELECT r.n, r.doc_id, r.item, r.label, r.start, r."end", r.text, r.rule, r.confidence, r.name,
       r.record AS found, r.value, d.record AS decided, d.version, d.at, ifnull(d.verdict, 'undecided') AS verdict,
       CASE WHEN d.verdict IS NULL OR d.verdict IN ('undecided', 'skipped') THEN NULL
            WHEN r.value IS NOT d.seen AND r.value IS NOT d.value THEN 'changed' END AS flag
FROM main.records r
LEFT JOIN main.decisions d
    ON d.reviewer = (SELECT reviewer FROM me) AND d.doc_id = r.doc_id AND d.item = r.item;

CREATE TEMP VIEW own_items AS
SELECT a.n, d.doc_id, d.item, d.label, d.start, d."end", json_extract(d.record, '$.text') AS text,
       json_extract(d.record, '$.rule') AS rule, NULL AS confidence, json_extract(d.record, '$.name') AS name,
       NULL AS found, NULL AS value, d.record AS decided, d.version, d.at, d.verdict,
       CASE WHEN d.verdict <> 'added' THEN 'lost' END AS flag
FROM main.decisions d JOIN main.articles a USING (doc_id)
WHERE d.reviewer = (SELECT reviewer FROM me) AND d.item <> '' AND d.verdict IN ('accepted', 'corrected', 'added')
    AND NOT EXISTS (SELECT 1 FROM main.records r WHERE r.item = d.item);

CREATE TEMP VIEW items AS SELECT * FROM found_items UNION ALL SELECT * FROM own_items;

-- What still wants a look: undecided, put off, or decided on something that the rules no longer say.
CREATE TEMP VIEW pending AS
SELECT * FROM items WHERE flag IS NOT NULL OR verdict IN ('undecided', 'skipped');

-- Decisions on what the rules found, as far as they still say the same: what precision is counted on.
CREATE TEMP VIEW judged AS
SELECT r.n, r.doc_id, r.label, r.rule, r.name, r.text,
       d.verdict = 'accepted' AS correct,
       d.record IS NOT NULL AND d.label = r.label AND d.start = r.start AND d."end" = r."end" AS spanned
FROM main.decisions d CROSS JOIN main.records r ON r.item = d.item AND r.doc_id = d.doc_id
WHERE d.reviewer = (SELECT reviewer FROM me) AND d.verdict IN ('accepted', 'corrected', 'rejected')
    AND (r.value IS d.seen OR r.value IS d.value);

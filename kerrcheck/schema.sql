-- The compiled store. Written whole by build.py, read by store.py, never changed in place.
-- Everything is in order of natural keys, so the same facts give the same file whatever order they came in.
PRAGMA application_id = 0x6b657272;
PRAGMA user_version = 2;

CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE source (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    title TEXT, publisher TEXT, date TEXT, complete_to TEXT, tier INTEGER, origin TEXT
);
-- A file of a source: evidence is written `witness:row`.
CREATE TABLE witness (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, file TEXT NOT NULL, UNIQUE (source, file));

CREATE TABLE subject (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE predicate (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
-- Also settings that are no contest, such as `/men/1500m/` of a record.
CREATE TABLE contest (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, day TEXT, venue TEXT, whole INTEGER, wind TEXT);
CREATE TABLE listing (
    predicate TEXT, contest TEXT, source TEXT, since TEXT, complete_to TEXT,
    PRIMARY KEY (contest, predicate, source)
) WITHOUT ROWID;

-- flags: 0 settled, 1 ruled, 2 contested, 3 derived; + 4 where the list it belongs to is whole.
-- evidence: `witness:row` lines. against: value, unit separator, `witness:row`; parted by record separators.
CREATE TABLE fact (
    subject INTEGER, n INTEGER, predicate INTEGER NOT NULL, contest INTEGER, value TEXT NOT NULL,
    valid_from TEXT, valid_to TEXT, known_from TEXT, flags INTEGER, detail TEXT, evidence TEXT, against TEXT,
    PRIMARY KEY (subject, n)
) WITHOUT ROWID;
-- Who holds an office of an organisation, or coaches somebody.
CREATE TABLE held (of_whom TEXT, subject INTEGER, n INTEGER, PRIMARY KEY (of_whom, subject, n)) WITHOUT ROWID;
-- The rarest words of each quotation.
CREATE TABLE quoted (word TEXT, subject INTEGER, n INTEGER, PRIMARY KEY (word, subject, n)) WITHOUT ROWID;

-- nations: `code:from:to` by spaces; places: `id:flavour` by spaces; parts by spaces; titles by bars.
CREATE TABLE person (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, family TEXT, given TEXT, sex TEXT, born TEXT,
    nations TEXT, places TEXT, parts TEXT, titles TEXT
);
CREATE TABLE series (id TEXT PRIMARY KEY, name TEXT, names TEXT, level TEXT, scope_word TEXT, area TEXT) WITHOUT ROWID;
CREATE TABLE edition (
    id TEXT PRIMARY KEY, series TEXT, year INTEGER, name TEXT, start TEXT, "end" TEXT, city TEXT, country TEXT,
    stadium TEXT, day_one TEXT, awarded INTEGER, names TEXT
) WITHOUT ROWID;
CREATE TABLE place (
    id TEXT, kind TEXT, name TEXT, city TEXT, country TEXT, offset REAL, near TEXT, extra TEXT, PRIMARY KEY (id, kind)
) WITHOUT ROWID;

-- kind and flavour are places in the lists of entity.py; words is empty where the key is all.
CREATE TABLE alias (
    key TEXT, subject INTEGER, words TEXT, at INTEGER, kind INTEGER, flavour INTEGER,
    PRIMARY KEY (key, subject, kind, words)
) WITHOUT ROWID;
CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE near (form INTEGER, word INTEGER, PRIMARY KEY (form, word)) WITHOUT ROWID;

-- After the rows:
CREATE INDEX fact_contest ON fact (contest, predicate) WHERE contest IS NOT NULL;
CREATE INDEX fact_disputed ON fact (predicate) WHERE against IS NOT NULL;
CREATE INDEX edition_series ON edition (series, year);
CREATE INDEX edition_city ON edition (city, start);

-- Every type here means the same to SQLite and PostgreSQL; ${bytes} is BLOB or BYTEA.
-- Times are milliseconds since 1970, UTC.

CREATE TABLE place (
  id BIGINT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  state ${bytes}
);

CREATE TABLE event (
  place BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  time BIGINT NOT NULL,
  kind INTEGER NOT NULL,
  body ${bytes} NOT NULL,
  PRIMARY KEY (place, seq)
);

-- What history reads: kinds 4 and 10 are what was said; the rest could be a long way to walk over.
CREATE INDEX event_message ON event (place, seq) WHERE kind IN (4, 10);

CREATE TABLE account (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  salt ${bytes} NOT NULL,
  iterations INTEGER NOT NULL,
  stored_key ${bytes} NOT NULL,
  server_key ${bytes} NOT NULL,
  is_admin INTEGER NOT NULL,
  created BIGINT NOT NULL
);

CREATE TABLE invitation (
  code_hash TEXT NOT NULL PRIMARY KEY,
  makes_admin INTEGER NOT NULL,
  expires BIGINT NOT NULL
);

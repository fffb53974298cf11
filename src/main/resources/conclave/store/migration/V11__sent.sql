-- Under which retry keys events were stored, so that what is sent again is not stored again. The tag is a keyed hash of
-- account, place and id. A row is of use for a day.

CREATE TABLE sent (
  tag TEXT NOT NULL PRIMARY KEY,
  place BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  time BIGINT NOT NULL
);

CREATE INDEX sent_time ON sent (time);

-- How far each account has read its rooms and conversations; target is the key of a room or a nick.
-- Times are milliseconds since 1970, UTC.

CREATE TABLE read_marker (
  account TEXT NOT NULL,
  target TEXT NOT NULL,
  time BIGINT NOT NULL,
  PRIMARY KEY (account, target)
);

-- How far each session of an account was shown each log; log is the id of a place. The row of log 0 has a time,
-- milliseconds since 1970, UTC: of conversations without a row, what is from before it is not missed.

CREATE TABLE bookmark (
  account TEXT NOT NULL,
  session INTEGER NOT NULL,
  log BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  PRIMARY KEY (account, session, log)
);

CREATE INDEX bookmark_time ON bookmark (seq) WHERE log = 0;

-- Whose user stays without a connection. wish: 1 the account wants it, 0 it does not, none: as the server has it.
-- nick: none where the user does not stay now.
CREATE TABLE resident (
  account TEXT NOT NULL PRIMARY KEY,
  wish INTEGER,
  nick TEXT,
  username TEXT
);

-- The rooms that such a user is in, by their logs.
CREATE TABLE resident_room (
  account TEXT NOT NULL,
  log BIGINT NOT NULL,
  PRIMARY KEY (account, log)
);

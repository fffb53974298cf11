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

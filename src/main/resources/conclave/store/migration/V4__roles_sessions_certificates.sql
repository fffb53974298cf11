-- role: 0 member, 1 operator, 2 admin. status: 0 enabled, 1 disabled, 2 deleted.
-- session.body, session.token, certificate.body and meta "index" are sealed. certificate.tag is a keyed hash of the
-- fingerprint: it finds the row, and tells nothing without the key.

ALTER TABLE account ADD COLUMN role INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN status INTEGER NOT NULL DEFAULT 0;
UPDATE account SET role = 2 WHERE is_admin = 1;
ALTER TABLE account DROP COLUMN is_admin;

CREATE TABLE session (
  account TEXT NOT NULL,
  number INTEGER NOT NULL,
  created BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  body ${bytes} NOT NULL,
  token_id BIGINT NOT NULL,
  token ${bytes},
  PRIMARY KEY (account, number)
);

CREATE TABLE certificate (
  tag TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  created BIGINT NOT NULL,
  body ${bytes} NOT NULL
);

CREATE INDEX certificate_account ON certificate (account);

CREATE TABLE log_in_code (
  code_hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  expires BIGINT NOT NULL
);

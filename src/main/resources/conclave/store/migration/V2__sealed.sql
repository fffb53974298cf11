-- From here on place.state, event.body and account.salt, stored_key and server_key are sealed
-- (decision 7). "check" in this table is a known text, sealed: it tells whether the key is right.

CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  content ${bytes} NOT NULL
);

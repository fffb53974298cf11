-- What accounts and rooms say of themselves; target is the key of an account or a room, which begins
-- with #. The value is sealed.

CREATE TABLE metadata (
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  value ${bytes} NOT NULL,
  PRIMARY KEY (target, key)
);

-- Which accounts have talked with each other, so that somebody's conversations are found. A guest is
-- nobody that could be found again.

CREATE TABLE conversation (
  account TEXT NOT NULL,
  other TEXT NOT NULL,
  place BIGINT NOT NULL,
  PRIMARY KEY (account, other)
);

INSERT INTO conversation (account, other, place)
SELECT a.key, b.key, p.id FROM account a JOIN account b ON a.key <= b.key
JOIN place p ON p.key = a.key || ' ' || b.key;

INSERT INTO conversation (account, other, place)
SELECT other, account, place FROM conversation WHERE account <> other;

-- Which accounts have talked with each other, so that somebody's conversations are found. A guest, whose part of the
-- key begins with ~, is nobody that could be found again. The key of a conversation has one space, and that of a room none.

CREATE TABLE conversation (
  account TEXT NOT NULL,
  other TEXT NOT NULL,
  place BIGINT NOT NULL,
  PRIMARY KEY (account, other)
);

-- To the left of the space is what is left when all other characters of the key are trimmed from its right.
INSERT INTO conversation (account, other, place)
SELECT trim(rtrim(key, replace(key, ' ', ''))), substr(key, length(rtrim(key, replace(key, ' ', ''))) + 1), id
FROM place WHERE key LIKE '% %' AND key NOT LIKE '~%' AND key NOT LIKE '% ~%';

INSERT INTO conversation (account, other, place)
SELECT other, account, place FROM conversation WHERE account <> other;

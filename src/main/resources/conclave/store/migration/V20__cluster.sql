-- What several nodes share; a lone node with the embedded store uses none of it.

-- Who orders the places of a shard: what an owner of an earlier epoch appends is refused.
CREATE TABLE shard (
  id INTEGER NOT NULL PRIMARY KEY,
  epoch BIGINT NOT NULL,
  owner TEXT NOT NULL
);

-- Who is in a room, as of its last event. The nick stands there as a tag, which can't be read.
CREATE TABLE member (
  place BIGINT NOT NULL,
  nick TEXT NOT NULL,
  body ${bytes} NOT NULL,
  PRIMARY KEY (place, nick)
);

CREATE INDEX member_nick ON member (nick);

-- The nodes, and when each was heard of last by the clock of the database.
CREATE TABLE node (
  id TEXT NOT NULL PRIMARY KEY,
  joined TEXT NOT NULL,
  name TEXT NOT NULL,
  seen BIGINT NOT NULL,
  buried INTEGER NOT NULL DEFAULT 0
);

-- Nicks that are in use, under their tags. No two look alike.
CREATE TABLE nick (
  tag TEXT NOT NULL PRIMARY KEY,
  look TEXT NOT NULL UNIQUE,
  account TEXT,
  leaving INTEGER NOT NULL DEFAULT 0
);

-- On which nodes each of them has connections, or is absent.
CREATE TABLE bearer (
  nick TEXT NOT NULL,
  node TEXT NOT NULL,
  PRIMARY KEY (nick, node)
);

CREATE INDEX bearer_node ON bearer (node);

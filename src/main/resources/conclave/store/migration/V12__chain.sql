-- Links between the events of each place (decision 16), so that one that is gone, altered or exchanged shows. Kind 200 is
-- an event that was taken back. An event without a link is older than the chain of its place.

ALTER TABLE event ADD COLUMN link ${bytes};

-- start: what is before the first event that must be there. kept: the last event of the log; head: the last sequence
-- that was given, which is later where the place keeps nothing now. flaw: the server found that somebody had broken the chain.
-- The seals are keyed hashes of the columns before them.
CREATE TABLE chain (
  place BIGINT NOT NULL PRIMARY KEY,
  start_seq BIGINT NOT NULL,
  start_link ${bytes} NOT NULL,
  start_seal ${bytes} NOT NULL,
  kept_seq BIGINT NOT NULL,
  kept_link ${bytes} NOT NULL,
  head_seq BIGINT NOT NULL,
  flaw BIGINT NOT NULL,
  head_seal ${bytes} NOT NULL
);

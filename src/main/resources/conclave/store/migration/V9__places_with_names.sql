-- A place may be given another key. What is sealed from here on is bound to the place's id alone (binding 1). What
-- was sealed before is bound to the key that its place had then as well (binding 0), which first_key keeps.

ALTER TABLE place ADD COLUMN binding INTEGER NOT NULL DEFAULT 0;
ALTER TABLE place ADD COLUMN first_key TEXT;
UPDATE place SET first_key = key;

ALTER TABLE event ADD COLUMN binding INTEGER NOT NULL DEFAULT 0;

CREATE INDEX read_marker_target ON read_marker (target);

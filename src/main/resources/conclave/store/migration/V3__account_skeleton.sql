-- What an account's name looks like. Not unique: accounts that look alike may be older than the rule.

ALTER TABLE account ADD COLUMN skeleton TEXT;

CREATE INDEX account_skeleton ON account (skeleton);

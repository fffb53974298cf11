-- Who may not come to the server: by mask (KLINE) or range of addresses (DLINE).
-- Times are milliseconds since 1970, UTC; the highest number stands for never.

CREATE TABLE server_ban (
  kind TEXT NOT NULL,
  mask TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (kind, mask)
);

-- When the player stood there; null = told by an older release. A device that was offline tells later what was before.
alter table progress add column position_at timestamptz;

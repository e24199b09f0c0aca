-- A video plays as soon as its first renditions are stored, long before all of them are; a failure later takes nothing away.
alter table video add column playable boolean not null default false;
alter table video add column waveform boolean not null default false;
-- The small pictures: how they lie, and the names of the sheets.
alter table video add column storyboard jsonb;
-- The chapters that the recording came with: [{"millis", "title"}, …].
alter table video add column chapters jsonb not null default '[]';
update video set playable = true where state = 'ready';

-- How many of the first bytes of each segment show its first frame; empty where that is not known.
alter table rendition add column segment_keys int[] not null default '{}';

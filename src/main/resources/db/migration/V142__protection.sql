-- What a school wants done against copying; no row = nothing.
create table video_option (
    school_id bigint primary key references school,
    encrypted boolean not null default false,
    watermark boolean not null default false
);
comment on table video_option is 'owner: video';

-- The key of all encrypted renditions of a video (AES-128); none = nothing is encrypted.
alter table video add column key bytea check (octet_length(key) = 16);
alter table rendition add column encrypted boolean not null default false;

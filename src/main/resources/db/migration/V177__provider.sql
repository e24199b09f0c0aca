-- Who makes the videos of a school, and who made each of them; '' = this program.
alter table video_option add column provider text not null default '';
alter table video add column provider text not null default '';

-- The copy of a video at Cloudflare Stream: one at most for a video. `run` is the attempt that it was made in; `upload` is
-- where the rest of its bytes goes, '' = all are there; `shown_at` is when a lesson was last seen to show it.
create table cloudflare_copy (
    school_id bigint not null,
    video_hash text not null,
    uid text not null unique,
    upload text not null,
    run int not null,
    begun_at timestamptz not null default now(),
    looked_at timestamptz not null default now(),
    shown_at timestamptz not null default now(),
    primary key (school_id, video_hash),
    foreign key (school_id, video_hash) references video
);
comment on table cloudflare_copy is 'owner: video';

-- Known by the hash of its source: a rename or a new push never encodes it again. `tries` counts what people asked for
-- (retry, cancel); `run` counts the attempts, and one that is no longer the newest may not write.
create table video (
    school_id bigint not null references school,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    name text not null,
    state text not null default 'waiting'
        check (state in ('waiting', 'probing', 'encoding', 'packaging', 'ready', 'failed')),
    tries int not null default 0,
    run int not null default 0,
    progress real not null default 0 check (progress between 0 and 1),
    seconds_left int,
    millis bigint not null default 0,
    poster boolean not null default false,
    remark text not null default '',
    remark_arguments text[] not null default '{}',
    log text not null default '',
    created_at timestamptz not null default now(),
    ready_at timestamptz,
    primary key (school_id, hash)
);
comment on table video is 'owner: video';
create index on video (school_id, created_at desc);
create index on video (state) where state not in ('ready', 'failed');

-- One quality, or the sound, of a video that is ready: a file of an opening and segments without a gap.
create table rendition (
    school_id bigint not null,
    video_hash text not null,
    name text not null,
    position int not null,
    file text not null,
    codec text not null,
    width int not null,
    height int not null,
    timescale int not null,
    frames bigint not null,
    opening int not null,
    segment_bytes int[] not null,
    segment_ticks bigint[] not null,
    primary key (school_id, video_hash, name),
    foreign key (school_id, video_hash) references video on delete cascade
);
comment on table rendition is 'owner: video';

-- Frozen: a corrected file is another row, and each version of a lesson names its own.
create table caption (
    school_id bigint not null,
    video_hash text not null,
    language text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    cues jsonb not null,
    created_at timestamptz not null default now(),
    primary key (school_id, video_hash, language, hash),
    foreign key (school_id, video_hash) references video on delete cascade
);
comment on table caption is 'owner: video';

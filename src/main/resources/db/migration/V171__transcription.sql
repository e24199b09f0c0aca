-- Writing down what is said takes hours on a small machine: no video waits for it.
create table transcribe_task (like short_task including all);
comment on table transcribe_task is 'owner: job';

-- What a recogniser wrote down of a video, in one language. `tries` counts what people asked for, `run` the attempts, as
-- for a video. What was heard until `heard_millis` is kept in `heard`, so that no minute is listened to twice; in the end
-- it becomes a row of `caption`, which `caption_hash` names.
create table transcription (
    school_id bigint not null,
    video_hash text not null,
    language text not null,
    state text not null default 'waiting' check (state in ('waiting', 'listening', 'done', 'failed')),
    tries int not null default 0,
    run int not null default 0,
    heard_millis bigint not null default 0,
    heard jsonb not null default '[]',
    caption_hash text,
    remark text not null default '',
    remark_arguments text[] not null default '{}',
    log text not null default '',
    created_at timestamptz not null default now(),
    primary key (school_id, video_hash, language),
    foreign key (school_id, video_hash) references video on delete cascade,
    foreign key (school_id, video_hash, language, caption_hash) references caption
);
comment on table transcription is 'owner: video';
create index on transcription (created_at) where state in ('waiting', 'listening');

-- Whether videos get captions by themselves, where the operator has a recogniser.
alter table video_option add column transcribed boolean not null default true;

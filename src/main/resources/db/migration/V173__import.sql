-- Transfers wait for lines, not for processors: a lane of their own, so that they keep neither a mail nor an encode waiting.
create table transfer_task (like transcode_task including all);
comment on table transfer_task is 'owner: job';

-- A video that the server fetches from an address; gone once it is here as an upload. `tries` counts what people asked for
-- (retry, cancel); `run` counts the attempts, and one that is no longer the newest may not write.
create table video_import (
    school_id bigint not null references school,
    code text not null,
    address text not null,
    name text not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'failed')),
    tries int not null default 0,
    run int not null default 0,
    upload text,
    size bigint not null default 0 check (size >= 0),
    received bigint not null default 0 check (received between 0 and size),
    seconds_left int,
    version text not null default '',
    remark text not null default '',
    remark_arguments text[] not null default '{}',
    created_by text not null,
    created_at timestamptz not null,
    primary key (school_id, code)
);
comment on table video_import is 'owner: video';
create index on video_import (state) where state = 'waiting';

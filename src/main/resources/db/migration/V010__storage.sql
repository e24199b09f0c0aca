-- Files by hash, per school. What is never used for 30 days is swept.
create table blob (
    school_id bigint not null references school,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    size bigint not null check (size >= 0),
    media_type text not null,
    created_at timestamptz not null default now(),
    used_at timestamptz not null default now(),
    primary key (school_id, hash)
);
comment on table blob is 'owner: storage';

-- A resumable upload (tus): the offset is true once this row says so.
create table upload (
    school_id bigint not null references school,
    code text not null,
    size bigint not null check (size >= 0),
    received bigint not null default 0 check (received between 0 and size),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    name text not null,
    media_type text not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    finished_at timestamptz,
    primary key (school_id, code),
    unique (code)
);
comment on table upload is 'owner: storage';

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

-- A resumable upload (tus): `received` bytes are safe once this row says so. Who sends holds the lock, which expires by
-- itself when its node dies.
create table upload (
    school_id bigint not null references school,
    code text not null unique,
    size bigint not null check (size >= 0),
    received bigint not null default 0 check (received between 0 and size),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    name text not null,
    media_type text not null,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    finished_at timestamptz,
    locked_by text,
    locked_until timestamptz,
    primary key (school_id, code)
);
comment on table upload is 'owner: storage';
create index on upload (expires_at);

-- A front door: the whole school folder (path '') or one course or exam pushed with --at.
create table source (
    school_id bigint not null references school,
    id bigint generated always as identity,
    path text not null,
    head_revision_id bigint,
    created_at timestamptz not null default now(),
    primary key (school_id, id),
    unique (school_id, path)
);
comment on table source is 'owner: content';

-- Identity: never changes, never used again. No parent in the key, so moving breaks nothing.
create table content (
    school_id bigint not null references school,
    id bigint generated always as identity,
    kind text not null,
    stable_id text not null,
    created_at timestamptz not null default now(),
    primary key (school_id, id),
    unique (school_id, kind, stable_id)
);
comment on table content is 'owner: content';

-- Frozen. `hash` covers what is rendered; `state_hash` also path, slug, references and members: one row for each.
-- `members` orders the versions of a container: [{"title": …, "versions": [version id, …]}, …].
create table version (
    school_id bigint not null,
    id bigint generated always as identity,
    content_id bigint not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    state_hash text not null check (state_hash ~ '^[0-9a-f]{64}$'),
    path text not null,
    slug text not null,
    title text not null,
    front jsonb not null,
    body text not null,
    files jsonb not null default '{}',
    refs jsonb not null default '{}',
    members jsonb not null default '[]',
    created_at timestamptz not null default now(),
    primary key (school_id, id),
    unique (school_id, content_id, state_hash),
    foreign key (school_id, content_id) references content
);
comment on table version is 'owner: content';

-- Key, explanation and references of a question: apart from what a candidate may see, append-only; the newest id is
-- the newest key.
create table question_key (
    school_id bigint not null,
    id bigint generated always as identity,
    version_id bigint not null,
    hash text not null,
    sealed jsonb not null,
    created_at timestamptz not null default now(),
    primary key (school_id, id),
    foreign key (school_id, version_id) references version
);
comment on table question_key is 'owner: content';
create index on question_key (school_id, version_id);

-- The key that counts: the newest one of all that were ever published. A rollback leaves it.
create table published_key (
    school_id bigint not null,
    version_id bigint not null,
    key_id bigint not null,
    primary key (school_id, version_id),
    foreign key (school_id, version_id) references version,
    foreign key (school_id, key_id) references question_key
);
comment on table published_key is 'owner: content';
create index on published_key (school_id, key_id);

-- One state of a source. `tree` is the hash of a blob: the list of its files, path -> sha256 and size. `containers`
-- are the versions at the top, which name all others; `key_ids` the newest key of every question.
create table revision (
    school_id bigint not null,
    id bigint generated always as identity,
    source_id bigint not null,
    number int not null,
    parent_id bigint,
    tree text not null,
    containers bigint[] not null,
    key_ids bigint[] not null default '{}',
    ids_lock text not null default '',
    author text not null,
    message text not null default '',
    summary jsonb not null default '{}',
    created_at timestamptz not null,
    primary key (school_id, id),
    unique (school_id, source_id, number),
    foreign key (school_id, source_id) references source,
    foreign key (school_id, parent_id) references revision
);
comment on table revision is 'owner: content';
create index on revision (school_id, created_at desc);
create index on revision (school_id, parent_id);
alter table source add foreign key (school_id, head_revision_id) references revision deferrable initially deferred;

-- What somebody is sending. Repeating it gives the same answer, kept in `answer` once it is committed.
create table push (
    school_id bigint not null references school,
    code text not null,
    source_path text not null,
    base_number int,
    files jsonb not null,
    message text not null,
    author text not null,
    answer jsonb,
    created_at timestamptz not null,
    primary key (school_id, code)
);
comment on table push is 'owner: content';
create index on push (created_at);

-- Append-only; the newest row of a school is live.
create table publication (
    school_id bigint not null references school,
    id bigint generated always as identity,
    at timestamptz not null,
    by text not null,
    primary key (school_id, id)
);
comment on table publication is 'owner: content';

create table publication_revision (
    school_id bigint not null,
    publication_id bigint not null,
    source_id bigint not null,
    revision_id bigint not null,
    primary key (school_id, publication_id, source_id),
    foreign key (school_id, publication_id) references publication,
    foreign key (school_id, source_id) references source,
    foreign key (school_id, revision_id) references revision
);
comment on table publication_revision is 'owner: content';
create index on publication_revision (school_id, revision_id);
create index on publication_revision (school_id, source_id);

-- A link that shows one whole revision to whoever holds it.
create table preview (
    school_id bigint not null,
    code text not null unique,
    revision_id bigint not null,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (school_id, code),
    foreign key (school_id, revision_id) references revision
);
comment on table preview is 'owner: content';
create index on preview (school_id, revision_id);

-- Authors and operators belong to the platform; a student belongs to one school.
create table account (
    id bigint generated always as identity primary key,
    email text not null unique check (email = lower(email)),
    name text not null default '',
    operator boolean not null default false,
    created_at timestamptz not null default now()
);
comment on table account is 'owner: identity';

create table membership (
    school_id bigint not null references school,
    account_id bigint not null references account,
    role text not null check (role in ('owner', 'author')),
    created_at timestamptz not null default now(),
    primary key (school_id, account_id)
);
comment on table membership is 'owner: identity';
create index on membership (account_id);

create table student (
    school_id bigint not null references school,
    id bigint generated always as identity,
    email text not null check (email = lower(email)),
    name text not null default '',
    trial boolean not null default false,
    created_at timestamptz not null default now(),
    primary key (school_id, id),
    unique (school_id, email)
);
comment on table student is 'owner: identity';

create table session (
    school_id bigint not null references school,
    token_hash bytea not null,
    student_id bigint not null,
    device text not null default '',
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (school_id, token_hash),
    foreign key (school_id, student_id) references student on delete cascade
);
comment on table session is 'owner: identity';
create index on session (school_id, student_id);
create index on session (expires_at);

create table platform_session (
    token_hash bytea primary key,
    account_id bigint not null references account on delete cascade,
    device text not null default '',
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
comment on table platform_session is 'owner: identity';
create index on platform_session (account_id);

-- One request to sign in: a link (token) and a 6-digit code, either ends it. school_id null = the platform.
create table sign_in (
    id bigint generated always as identity primary key,
    school_id bigint references school,
    email text not null,
    token_hash bytea not null unique,
    code_hash bytea not null,
    browser_hash bytea not null,
    asked_from text not null,
    tries int not null default 0,
    next text not null default '/',
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
comment on table sign_in is 'owner: identity';
create index on sign_in (school_id, email, created_at desc);
create index on sign_in (asked_from, created_at desc);
create index on sign_in (expires_at);

-- Bearer tokens for the command line and the API.
create table api_token (
    school_id bigint not null references school,
    id bigint generated always as identity,
    account_id bigint references account,
    name text not null,
    token_hash bytea not null unique,
    scopes text[] not null,
    created_at timestamptz not null,
    used_at timestamptz,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (school_id, id)
);
comment on table api_token is 'owner: identity';

-- `login` on a terminal: the terminal polls by device code, a person approves the user code in the browser.
create table device_login (
    device_hash bytea primary key,
    user_code text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    school_id bigint references school,
    account_id bigint references account,
    approved_at timestamptz,
    used_at timestamptz
);
comment on table device_login is 'owner: identity';

-- One-time links printed for the operator, tickets that carry a person from one host to another.
create table ticket (
    token_hash bytea primary key,
    purpose text not null,
    school_id bigint references school,
    subject bigint,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
comment on table ticket is 'owner: identity';

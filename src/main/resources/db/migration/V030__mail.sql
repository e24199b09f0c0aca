create table mail (
    id bigint generated always as identity primary key,
    school_id bigint references school,
    recipient text not null,
    sender text not null,
    subject text not null,
    plain text not null,
    html text not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    reason text not null default '',
    created_at timestamptz not null default now(),
    sent_at timestamptz
);
comment on table mail is 'owner: mail';
create index on mail (created_at desc);
create index on mail (school_id, created_at desc);

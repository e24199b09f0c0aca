create table audit_entry (
    id bigint generated always as identity primary key,
    school_id bigint references school,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null default '',
    detail jsonb not null default '{}'
);
comment on table audit_entry is 'owner: audit';
create index on audit_entry (school_id, at desc);
create index on audit_entry (at desc);

create table node (
    name text primary key,
    role text not null,
    started_at timestamptz not null default now(),
    seen_at timestamptz not null default now()
);
comment on table node is 'owner: monitoring';

create table alert (
    id bigint generated always as identity primary key,
    component text not null,
    node text not null,
    reason text not null,
    raised_at timestamptz not null,
    resolved_at timestamptz
);
create unique index alert_open on alert (component, node) where resolved_at is null;
create index alert_by_time on alert (raised_at desc);
comment on table alert is 'owner: monitoring';

create table error_report (
    fingerprint text primary key,
    title text not null,
    place text not null,
    detail text not null,
    node text not null,
    school text not null,
    request text not null,
    count bigint not null default 1,
    first_at timestamptz not null,
    last_at timestamptz not null,
    closed_at timestamptz
);
create index error_report_by_time on error_report (last_at desc);
comment on table error_report is 'owner: monitoring';

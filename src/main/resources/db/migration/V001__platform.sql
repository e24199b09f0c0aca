-- Time that decides comes from one function; its offset is zero but in tests, and only the owner may write it.
create table clock_offset (
    one boolean primary key default true check (one),
    shift interval not null default '0 seconds'
);
comment on table clock_offset is 'owner: platform';
insert into clock_offset default values;

create function db_now() returns timestamptz language sql stable parallel safe
    as 'select now() + shift from clock_offset';

create table secret (
    name text primary key,
    value bytea not null,
    created_at timestamptz not null default now()
);
comment on table secret is 'owner: platform';

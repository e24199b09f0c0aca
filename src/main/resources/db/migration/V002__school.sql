create table school (
    id bigint generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$' and slug not like '%--%'),
    name text not null,
    language text not null default 'en',
    created_at timestamptz not null default now()
);
comment on table school is 'owner: school';

-- The stored pages of a publication: path -> hash of the blob, one row; switching is one row and a notice.
create table site_map (
    school_id bigint not null,
    publication_id bigint not null,
    pages jsonb not null,
    created_at timestamptz not null default now(),
    primary key (school_id, publication_id),
    foreign key (school_id, publication_id) references publication
);
comment on table site_map is 'owner: site';

-- Rendered once: the same input and renderer give the same page.
create table rendering (
    school_id bigint not null references school,
    input_hash text not null,
    output_hash text not null,
    created_at timestamptz not null default now(),
    primary key (school_id, input_hash)
);
comment on table rendering is 'owner: site';

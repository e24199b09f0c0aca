-- What lies at each address of a school as of a publication, one row: {"pages": {path: input hash of a rendering},
-- "moved": {path: path}, "files": [hash of a blob that everybody may have]}. Switching is one row and a notice.
create table site_map (
    school_id bigint not null references school,
    publication_id bigint not null,
    renderer text not null,
    entries jsonb not null,
    created_at timestamptz not null default now(),
    primary key (school_id, publication_id),
    foreign key (school_id, publication_id) references publication
);
comment on table site_map is 'owner: site';

-- Rendered once: the same input gives the same page, so publishing an edit renders only what changed. A page lies within
-- a bundle, the blob of all pages that one publication made: first its Brotli bytes, then its gzip bytes.
create table rendering (
    school_id bigint not null references school,
    input_hash text not null,
    page_hash text not null,
    media_type text not null,
    bundle text not null,
    start bigint not null,
    brotli int not null,
    gzip int not null,
    created_at timestamptz not null default now(),
    primary key (school_id, input_hash),
    foreign key (school_id, bundle) references blob
);
comment on table rendering is 'owner: site';
create index on rendering (school_id, bundle);

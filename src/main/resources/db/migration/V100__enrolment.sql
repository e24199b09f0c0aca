-- Access is such a row, valid now. content_id null = the whole school.
create table enrolment (
    school_id bigint not null,
    id bigint generated always as identity,
    student_id bigint not null,
    content_id bigint,
    source text not null check (source in ('free', 'grant', 'order', 'seat')),
    source_ref text not null default '',
    valid_from timestamptz not null,
    valid_until timestamptz not null default 'infinity',
    created_at timestamptz not null default now(),
    primary key (school_id, id),
    unique nulls not distinct (school_id, student_id, content_id, source, source_ref),
    foreign key (school_id, student_id) references student on delete cascade,
    foreign key (school_id, content_id) references content
);
comment on table enrolment is 'owner: enrolment';
create index on enrolment (school_id, content_id);

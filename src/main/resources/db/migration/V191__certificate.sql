-- What a student has earned, frozen when the rule of the course was met, so that no later version of the course changes
-- it. It is issued once its owner has said which name it shall bear. The row outlives its student: what is public of it
-- is what it says itself. At most one for a student and a course, so that a revoked one is not simply earned again.
create table certificate (
    school_id bigint not null references school,
    id bigint generated always as identity,
    code text not null,
    student_id bigint,
    course_id bigint not null,
    course_version_id bigint not null,
    name text not null default '',
    title text not null,
    issuer text not null,
    authors text[] not null default '{}',
    minutes int not null check (minutes > 0),
    score jsonb,
    earned_at timestamptz not null,
    issued_at timestamptz,
    revoked_at timestamptz,
    revoked_by text not null default '',
    reason text not null default '',
    primary key (school_id, id),
    unique (school_id, code),
    unique (school_id, student_id, course_id),
    foreign key (school_id, student_id) references student on delete set null (student_id),
    foreign key (school_id, course_id) references content,
    foreign key (school_id, course_version_id) references version,
    check ((issued_at is null) = (name = '')),
    check (revoked_at is null or (issued_at is not null and reason <> ''))
);
comment on table certificate is 'owner: credential';
create index on certificate (school_id, course_id);
create index on certificate (school_id, course_version_id);

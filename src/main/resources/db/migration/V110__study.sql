-- Where a student stands in a lesson. Seconds into the video; `watched` are the exact seconds seen.
create table progress (
    school_id bigint not null,
    student_id bigint not null,
    lesson_id bigint not null,
    course_id bigint not null,
    version_id bigint not null,
    position_seconds numeric(9,2) not null default 0 check (position_seconds >= 0),
    watched int4multirange not null default '{}',
    seen_at timestamptz not null,
    primary key (school_id, student_id, lesson_id),
    foreign key (school_id, student_id) references student on delete cascade,
    foreign key (school_id, lesson_id) references content,
    foreign key (school_id, course_id) references content,
    foreign key (school_id, version_id) references version
);
comment on table progress is 'owner: study';
create index on progress (school_id, student_id, course_id, seen_at desc);
create index on progress (school_id, lesson_id);
create index on progress (school_id, course_id);
create index on progress (school_id, version_id);

-- Done is a row; taking it back deletes it.
create table completion (
    school_id bigint not null,
    student_id bigint not null,
    course_id bigint not null,
    lesson_id bigint not null,
    version_id bigint not null,
    at timestamptz not null,
    primary key (school_id, student_id, course_id, lesson_id),
    foreign key (school_id, student_id) references student on delete cascade,
    foreign key (school_id, lesson_id) references content,
    foreign key (school_id, course_id) references content,
    foreign key (school_id, version_id) references version
);
comment on table completion is 'owner: study';
create index on completion (school_id, lesson_id);
create index on completion (school_id, course_id);
create index on completion (school_id, version_id);

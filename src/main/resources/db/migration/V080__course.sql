-- What is live now, derived from the newest publication and rebuilt by it: the hot pages read these.
create table course (
    school_id bigint not null,
    content_id bigint not null,
    version_id bigint not null,
    slug text not null,
    title text not null,
    summary text not null default '',
    access text not null check (access in ('free', 'offers')),
    position int not null,
    lesson_count int not null,
    live boolean not null,
    primary key (school_id, content_id),
    foreign key (school_id, content_id) references content,
    foreign key (school_id, version_id) references version
);
comment on table course is 'owner: course';
create unique index on course (school_id, slug) where live;
create index on course (school_id, version_id);

create table lesson (
    school_id bigint not null,
    content_id bigint not null,
    course_id bigint not null,
    version_id bigint not null,
    slug text not null,
    title text not null,
    kind text not null check (kind in ('article', 'video', 'quiz', 'exam', 'cards', 'download', 'lab')),
    section text not null default '',
    section_position int not null,
    position int not null,
    minutes int not null,
    free boolean not null,
    video_hash text,
    live boolean not null,
    primary key (school_id, content_id),
    foreign key (school_id, content_id) references content,
    foreign key (school_id, course_id) references course,
    foreign key (school_id, version_id) references version
);
comment on table lesson is 'owner: course';
create index on lesson (school_id, course_id, position);
create unique index on lesson (school_id, course_id, slug) where live;
create index on lesson (school_id, version_id);
create index on lesson (school_id, video_hash);

-- Where a page stood before: becomes a redirect.
create table former_slug (
    school_id bigint not null,
    kind text not null,
    parent_id bigint not null default 0,
    slug text not null,
    content_id bigint not null,
    primary key (school_id, kind, parent_id, slug),
    foreign key (school_id, content_id) references content
);
comment on table former_slug is 'owner: course';
create index on former_slug (school_id, content_id);

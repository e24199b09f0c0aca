-- What a student says is wrong with a question of an attempt that has ended; one for each place, which is written anew
-- until somebody has settled it. `content_id` is the question, `version_id` what of it was asked; `answer` goes to the
-- student.
create table question_report (
    school_id bigint not null,
    attempt_id bigint not null,
    position smallint not null check (position >= 0),
    student_id bigint not null,
    content_id bigint not null,
    version_id bigint not null,
    reason text not null check (reason in ('key', 'unclear', 'outdated', 'display', 'other')),
    text text not null check (length(text) <= 2000),
    at timestamptz not null,
    settled_at timestamptz,
    settled_by text not null default '',
    answer text not null default '' check (length(answer) <= 2000),
    primary key (school_id, attempt_id, position),
    foreign key (school_id, attempt_id) references attempt on delete cascade,
    foreign key (school_id, student_id) references student on delete cascade,
    foreign key (school_id, content_id) references content,
    foreign key (school_id, version_id) references version
);
comment on table question_report is 'owner: attempt';
create index on question_report (school_id, student_id);
create index on question_report (school_id, content_id);
create index on question_report (school_id, version_id);
create index question_report_open on question_report (school_id, at desc) where settled_at is null;
create index question_report_settled on question_report (school_id, settled_at desc) where settled_at is not null;

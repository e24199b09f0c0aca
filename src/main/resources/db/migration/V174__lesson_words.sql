-- The words of a lesson, title first, for the search of a course: noted when it is searched for the first time.
create table lesson_words (
    school_id bigint not null,
    version_id bigint not null,
    language text not null,
    words tsvector not null,
    primary key (school_id, version_id, language),
    foreign key (school_id, version_id) references version on delete cascade
);
comment on table lesson_words is 'owner: study';

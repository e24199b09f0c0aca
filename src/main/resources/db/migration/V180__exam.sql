-- What is live of questions and exams, derived from the newest publication and rebuilt by it.

-- A question within its bank or quiz. What is not live any more stays as it last was.
create table bank_question (
    school_id bigint not null,
    content_id bigint not null,
    bank_id bigint not null,
    version_id bigint not null,
    case_version_id bigint,
    position int not null,
    kind text not null,
    domain text,
    task text,
    difficulty text,
    tags text[] not null default '{}',
    enemies bigint[] not null default '{}',
    unscored boolean not null,
    live boolean not null,
    primary key (school_id, content_id),
    foreign key (school_id, content_id) references content,
    foreign key (school_id, bank_id) references content,
    foreign key (school_id, version_id) references version,
    foreign key (school_id, case_version_id) references version
);
comment on table bank_question is 'owner: question';
create index on bank_question (school_id, bank_id, position);
create index on bank_question (school_id, version_id);
create index on bank_question (school_id, case_version_id);

create table exam (
    school_id bigint not null,
    content_id bigint not null,
    version_id bigint not null,
    slug text not null,
    title text not null,
    summary text not null default '',
    access text not null check (access in ('free', 'offers')),
    banks bigint[] not null default '{}',
    position int not null,
    live boolean not null,
    primary key (school_id, content_id),
    foreign key (school_id, content_id) references content,
    foreign key (school_id, version_id) references version
);
comment on table exam is 'owner: exam';
create unique index on exam (school_id, slug) where live;
create index on exam (school_id, version_id);

-- A blueprint that is live. Its forms are those of `formed_version_id` and `formed_pool`, which a job brings up to
-- `version_id` and `pool`; until then attempts begin with the forms that there are. `lacks` says what keeps the job
-- from building any.
create table exam_version (
    school_id bigint not null,
    content_id bigint not null,
    exam_id bigint not null,
    version_id bigint not null,
    slug text not null,
    title text not null,
    code text not null default '',
    valid_from date not null default '-infinity',
    valid_until date not null default 'infinity',
    position int not null,
    pool text not null,
    formed_version_id bigint,
    formed_pool text,
    lacks jsonb not null default '[]',
    live boolean not null,
    primary key (school_id, content_id),
    foreign key (school_id, content_id) references content,
    foreign key (school_id, exam_id) references exam,
    foreign key (school_id, version_id) references version,
    foreign key (school_id, formed_version_id) references version
);
comment on table exam_version is 'owner: exam';
create index on exam_version (school_id, exam_id, position);
create index on exam_version (school_id, version_id);
create index on exam_version (school_id, formed_version_id);

-- A chosen list of questions; frozen. `version_id` is the blueprint that it meets, or the lesson of a quiz, or the
-- exam that practice draws from; `pool` names the state of the banks. `questions` are the contents asked, sorted.
create table form (
    school_id bigint not null references school,
    id bigint generated always as identity,
    purpose text not null check (purpose in ('exam', 'quiz', 'practice')),
    version_id bigint not null,
    pool text not null,
    questions bigint[] not null,
    created_at timestamptz not null,
    primary key (school_id, id),
    foreign key (school_id, version_id) references version
);
comment on table form is 'owner: exam';
create index on form (school_id, version_id, pool) where purpose <> 'practice';
create index on form (school_id, version_id);

create table form_question (
    school_id bigint not null,
    form_id bigint not null,
    position smallint not null check (position >= 0),
    section smallint not null default 0,
    version_id bigint not null,
    case_version_id bigint,
    domain text,
    task text,
    scored boolean not null,
    primary key (school_id, form_id, position),
    foreign key (school_id, form_id) references form,
    foreign key (school_id, version_id) references version,
    foreign key (school_id, case_version_id) references version
);
comment on table form_question is 'owner: exam';
create index on form_question (school_id, version_id);
create index on form_question (school_id, case_version_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are frozen', tg_table_name;
end
$$;
create trigger frozen before update on form for each row execute function refuse_change();
create trigger frozen before update on form_question for each row execute function refuse_change();

-- More time for one student in every exam of the school; a factor of null = no limit.
create table accommodation (
    school_id bigint not null,
    student_id bigint not null,
    factor numeric(4,2) check (factor > 1 and factor <= 10),
    by text not null,
    at timestamptz not null,
    primary key (school_id, student_id),
    foreign key (school_id, student_id) references student on delete cascade
);
comment on table accommodation is 'owner: exam';

-- Which exam a lesson of kind `exam` leads to.
alter table lesson add column exam_id bigint;
alter table lesson add foreign key (school_id, exam_id) references content;
create index on lesson (school_id, exam_id) where exam_id is not null;

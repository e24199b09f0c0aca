-- One sitting of an exam, a quiz or a practice set. What counts is decided here by the time of the database: an open
-- attempt past its deadline is over whether or not somebody has written that down. `holder` is the tab that may save,
-- `epoch` rises with each other one that takes over. `policy` is what its mode allowed when it began.
create table attempt (
    school_id bigint not null references school,
    id bigint generated always as identity,
    code text not null,
    student_id bigint not null,
    content_id bigint not null,
    exam_version_id bigint,
    form_id bigint not null,
    mode text not null check (mode in ('simulation', 'diagnostic', 'study', 'quiz', 'drill')),
    mode_class text not null check (mode_class in ('exam', 'practice')),
    state text not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'EXPIRED', 'VOID')),
    policy jsonb not null,
    seed bigint not null,
    epoch int not null default 0,
    holder text not null default '',
    section smallint not null default 0,
    section_deadline_at timestamptz not null default 'infinity',
    break_until timestamptz,
    started_at timestamptz not null,
    deadline_at timestamptz not null,
    ended_at timestamptz,
    primary key (school_id, id),
    unique (school_id, code),
    foreign key (school_id, student_id) references student on delete cascade,
    foreign key (school_id, content_id) references content,
    foreign key (school_id, exam_version_id) references content,
    foreign key (school_id, form_id) references form
) with (fillfactor = 80);
comment on table attempt is 'owner: attempt';
create unique index attempt_live on attempt (school_id, student_id, content_id, mode_class)
    where state = 'OPEN';
create index on attempt (school_id, student_id, content_id, started_at desc);
create index on attempt (school_id, content_id, student_id);
create index on attempt (school_id, exam_version_id);
create index on attempt (school_id, form_id);
create index attempt_due on attempt (deadline_at) where state = 'OPEN';

-- The newest answer to each question. (epoch, seq) only grows; `released_at` = the key was shown, so it is final;
-- `locked` = left for good.
create table response (
    school_id bigint not null,
    attempt_id bigint not null,
    position smallint not null check (position >= 0),
    answer jsonb,
    flagged boolean not null default false,
    marks jsonb not null default '{}',
    epoch int not null,
    seq bigint not null,
    spent_ms int not null default 0,
    changes int not null default 0,
    locked boolean not null default false,
    released_at timestamptz,
    saved_at timestamptz not null,
    primary key (school_id, attempt_id, position),
    foreign key (school_id, attempt_id) references attempt on delete cascade
) with (fillfactor = 80);
comment on table response is 'owner: attempt';

-- What happened, a row for each batch of a browser and for each act of ours, which have a negative seq. Append-only.
create table attempt_event (
    school_id bigint not null,
    attempt_id bigint not null,
    epoch int not null,
    seq bigint not null,
    kind text not null check (kind in ('start', 'lease', 'save', 'late', 'section', 'break', 'extend', 'submit',
                                       'expire', 'rescore', 'void')),
    body jsonb not null default '{}',
    at timestamptz not null,
    primary key (school_id, attempt_id, epoch, seq),
    foreign key (school_id, attempt_id) references attempt on delete cascade
);
comment on table attempt_event is 'owner: attempt';
create sequence attempt_event_seq;

-- What an attempt was worth by the keys up to `keys`; the newest revision is shown, all are kept. `marks` has the
-- fraction of each position, null where a person has still to read it; `passed` is null until then.
create table attempt_score (
    school_id bigint not null,
    attempt_id bigint not null,
    revision int not null,
    content_id bigint not null,
    mode text not null,
    keys bigint not null,
    points numeric(9,4) not null,
    possible numeric(9,4) not null,
    scaled numeric(9,2),
    passed boolean,
    pending int not null default 0,
    domains jsonb not null,
    marks jsonb not null,
    reason text not null default '',
    at timestamptz not null,
    primary key (school_id, attempt_id, revision),
    foreign key (school_id, attempt_id) references attempt on delete cascade,
    foreign key (school_id, content_id) references content
);
comment on table attempt_score is 'owner: attempt';
create index on attempt_score (school_id, content_id, mode, at desc);

-- What a person gave for an answer that no program can judge; points by the lines of the rubric.
create table reading (
    school_id bigint not null,
    attempt_id bigint not null,
    position smallint not null,
    fraction numeric(5,4) not null check (fraction between 0 and 1),
    points jsonb not null,
    comment text not null default '',
    by text not null,
    at timestamptz not null,
    primary key (school_id, attempt_id, position),
    foreign key (school_id, attempt_id) references attempt on delete cascade
);
comment on table reading is 'owner: attempt';

-- When a web node was last alive. A gap longer than half a minute is given back to the attempts that were open in it.
create table heartbeat (
    id int primary key check (id = 1),
    at timestamptz not null
);
comment on table heartbeat is 'owner: attempt';
insert into heartbeat (id, at) values (1, db_now());

-- At how many browsers one student may watch at the same time; null = as many as they like.
alter table video_option add column streams int check (streams between 1 and 100);

-- Where a student watches now, at a school that counts it: one row a browser. A seat that nobody has told of for a minute
-- is free. `browser` is a part of the hash of its session, `device` what it calls itself.
create table seat (
    school_id bigint not null,
    student_id bigint not null,
    browser text not null,
    device text not null default '',
    since timestamptz not null,
    alive_at timestamptz not null,
    primary key (school_id, student_id, browser),
    foreign key (school_id, student_id) references student on delete cascade
);
comment on table seat is 'owner: video';

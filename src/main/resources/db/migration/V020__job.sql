-- One table for each kind of work, as db-scheduler wants it.
create table short_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
comment on table short_task is 'owner: job';
create index on short_task (execution_time);
create index on short_task (last_heartbeat);
create index on short_task (priority desc, execution_time);

create table transcode_task (like short_task including all);
comment on table transcode_task is 'owner: job';

-- History for the operator: every run that ended.
create table job_run (
    id bigint generated always as identity primary key,
    kind text not null,
    key text not null,
    lane text not null,
    arguments text not null,
    node text not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    succeeded boolean not null,
    attempt int not null,
    reason text not null default ''
);
comment on table job_run is 'owner: job';
create index on job_run (ended_at desc);
create index on job_run (kind, key, ended_at desc);

-- Spring Modulith's event log (its version 2 schema).
create table event_publication (
    id uuid not null primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
comment on table event_publication is 'owner: job';
create index on event_publication using hash (serialized_event);
create index on event_publication (completion_date);

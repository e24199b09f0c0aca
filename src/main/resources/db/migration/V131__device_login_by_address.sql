-- How many terminals an address has begun to sign in lately is limited.
alter table device_login add column asked_from text not null default '';
create index device_login_by_address on device_login (asked_from, created_at desc);

-- The role that runs the program reads and writes rows, and can neither move the clock nor change what happened.
do $$
begin
    perform pg_advisory_xact_lock(7236271); -- nodes that start together grant one after the other
    if exists (select from pg_roles where rolname = 'coursewright') and current_user <> 'coursewright' then
        grant usage on schema public to coursewright;
        grant select, insert, update, delete on all tables in schema public to coursewright;
        grant usage on all sequences in schema public to coursewright;
        revoke insert, update, delete on clock_offset from coursewright;
        revoke update, delete on audit_entry from coursewright;
    end if;
end
$$;

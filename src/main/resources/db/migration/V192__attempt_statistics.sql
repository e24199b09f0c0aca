-- Before anybody has counted a table, the planner holds each condition for equally rare and every index that begins with
-- the school for equally good: the first thousand attempts were then found by reading all of their school. What follows
-- says what is known beforehand; the first analyze of rows replaces it. Older servers do without.
do $$
begin
    if current_setting('server_version_num')::int >= 180000 then
        perform pg_restore_attribute_stats(
            'schemaname', current_schema()::text, 'relname', 'attempt'::text, 'attname', 'school_id'::text, 'inherited', false,
            'null_frac', 0::real, 'avg_width', 8, 'n_distinct', 1::real);
        perform pg_restore_attribute_stats(
            'schemaname', current_schema()::text, 'relname', 'attempt'::text, 'attname', 'state'::text, 'inherited', false,
            'null_frac', 0::real, 'avg_width', 5, 'n_distinct', 2::real);
    end if;
end
$$;

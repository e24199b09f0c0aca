package org.coursewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What belongs to a school says so first: in every primary key, and in every reference to what belongs to one.
class TenantTest {

    /// Tables that name a school and have a key of their own, since the platform reads them across schools.
    private static final Set<String> ACROSS_SCHOOLS = Set.of("mail", "sign_in", "device_login", "ticket",
            "audit_entry");

    private final Database database = new Database();

    @Test
    void everyTableNamesItsOwner() {
        assertThat(names("""
                        select relname from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                          and relname <> 'flyway_schema_history'
                          and coalesce(obj_description(oid, 'pg_class'), '') !~ '^owner: [a-z]+'
                        order by relname
                        """)).isEmpty();
    }

    @Test
    void theSchoolIsFirstInThePrimaryKeyOfItsTables() {
        var others = names("""
                        select relname from pg_class
                        join pg_attribute on attrelid = pg_class.oid and attname = 'school_id'
                        left join pg_index on indrelid = pg_class.oid and indisprimary
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                          and indkey[0] is distinct from attnum
                        order by relname
                        """);
        assertThat(others).allMatch(ACROSS_SCHOOLS::contains);
    }

    @Test
    void noReferenceLeadsIntoAnotherSchool() {
        assertThat(names("""
                        select conname from pg_constraint
                        join pg_attribute as target
                          on target.attrelid = confrelid and target.attname = 'school_id'
                        where contype = 'f' and not target.attnum = any(confkey)
                          and conrelid::regclass::text not in ('mail', 'sign_in', 'device_login', 'ticket', 'audit_entry')
                        order by conname
                        """)).isEmpty();
    }

    private List<String> names(String query) {
        return database.jdbc().sql(query).query((row, _) -> row.getString(1)).list();
    }
}

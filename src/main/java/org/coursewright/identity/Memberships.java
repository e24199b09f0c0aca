package org.coursewright.identity;

import java.util.List;
import java.util.Optional;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who works at which school.
@Repository
public class Memberships {

    private final JdbcClient jdbc;
    private final Audit audit;

    Memberships(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public Optional<Role> role(School school, Account account) {
        return jdbc.sql("select role from membership where school_id = :school and account_id = :account")
                .param("school", school.id())
                .param("account", account.id())
                .query((row, _) -> Role.of(row.getString("role")))
                .optional();
    }

    /// The schools of an account, by name.
    public List<Place> of(Account account) {
        return jdbc.sql("""
                        select slug, name, role
                        from membership
                        join school on school.id = membership.school_id
                        where account_id = :account
                        order by name, slug
                        limit 1000
                        """)
                .param("account", account.id())
                .query((row, _) -> new Place(
                        new Slug(row.getString("slug")), row.getString("name"), Role.of(row.getString("role"))))
                .list();
    }

    /// Gives a role; the one that an account has stays.
    ///
    /// @param by who gives it, for people
    @Transactional
    public void ensure(School school, Account account, Role role, String by) {
        int given = jdbc.sql("""
                        insert into membership (school_id, account_id, role)
                        values (:school, :account, :role)
                        on conflict (school_id, account_id) do nothing
                        """)
                .param("school", school.id())
                .param("account", account.id())
                .param("role", role.column())
                .update();
        if (given == 1) audit.record(school, by, Deed.MEMBER_ADDED, account.email().value(), role.column());
    }

    /// A school where somebody works.
    public record Place(Slug slug, String name, Role role) {}
}

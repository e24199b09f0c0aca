package org.coursewright.identity;

import java.util.Optional;
import org.coursewright.audit.Audit;
import org.coursewright.audit.Deed;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a school and gives it to its owner.
@Component
public class NewSchools {

    private final Schools schools;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Audit audit;

    NewSchools(Schools schools, Accounts accounts, Memberships memberships, Audit audit) {
        this.schools = schools;
        this.accounts = accounts;
        this.memberships = memberships;
        this.audit = audit;
    }

    /// @param slug that a school may have, see [School#mayBeNamed]
    /// @param by who makes it, for people
    /// @return absent where another school has this slug
    @Transactional
    public Optional<School> make(Slug slug, String name, EmailAddress owner, String by) {
        var made = schools.create(slug, name);
        made.ifPresent(school -> {
            audit.record(school, by, Deed.SCHOOL_MADE, slug.value());
            memberships.ensure(school, accounts.ensure(owner), Role.OWNER, by);
        });
        return made;
    }
}

package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.coursewright.platform.Slug;
import org.coursewright.school.Schools;
import org.springframework.stereotype.Component;

/// Tells who works at a school, for requests whose address does not name it.
@Component
public class Authors {

    private final People people;
    private final Schools schools;
    private final Memberships memberships;

    Authors(People people, Schools schools, Memberships memberships) {
        this.people = people;
        this.schools = schools;
        this.memberships = memberships;
    }

    /// Who is signed in on the platform; absent when nobody is, or somebody who does not work there.
    public Optional<Author> find(HttpServletRequest request, Slug slug) {
        return people.account(request).flatMap(account -> schools.find(slug)
                .flatMap(school -> memberships.role(school, account)
                        .map(role -> new Author(account, school, role))));
    }
}

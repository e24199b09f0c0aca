package org.coursewright.load;

import java.util.ArrayList;
import java.util.List;

/// Statements that let students of every school in, without a mail.
final class SignedIn {

    private SignedIn() {}

    /// Students who may read all of their school and have a session.
    ///
    /// @param names letters, digits and dashes: the address of each is `NAME@example.org`, the session cookie is `NAME`
    static List<String> students(List<String> names) {
        var statements = new ArrayList<String>();
        for (var name : names)
            statements.add("insert into student (school_id, email) select id, '%s@example.org' from school".formatted(name));
        statements.add("""
                insert into enrolment (school_id, student_id, source, valid_from)
                select school_id, id, 'grant', now() - interval '1 day' from student
                """);
        statements.add("""
                insert into session (school_id, token_hash, student_id, created_at, seen_at, expires_at)
                select school_id, sha256(convert_to(split_part(email, '@', 1), 'UTF8')), id, now(), now(),
                       now() + interval '1 day'
                from student
                """);
        return statements;
    }
}

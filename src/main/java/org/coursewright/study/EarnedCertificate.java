package org.coursewright.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The certificate of a student, as the pages of its course tell of it; a revoked one is not praised.
///
/// @param code empty = it waits for the name that it shall bear
public record EarnedCertificate(String code) {

    /// A column for the `course` of a statement. Takes the parameters `:school` and `:student`.
    static final String COLUMN = """
            (select case when issued_at is null then '' else code end from certificate
             where certificate.school_id = :school and certificate.student_id = :student
               and certificate.course_id = course.content_id and revoked_at is null) as certificate,
            """;

    static @Nullable EarnedCertificate read(ResultSet row) throws SQLException {
        var code = row.getString("certificate");
        return code == null ? null : new EarnedCertificate(code);
    }

    public boolean issued() {
        return !code.isEmpty();
    }

    /// Where to see it, or to say the name.
    public String url() {
        return "/certificates" + (issued() ? "/" + code : "");
    }
}

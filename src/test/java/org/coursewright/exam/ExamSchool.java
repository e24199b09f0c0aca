package org.coursewright.exam;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.Memberships;
import org.coursewright.identity.Role;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A school with an exam on Git, and its folder.
final class ExamSchool {

    private static final String BLUEPRINT = """
            code: GIT-1
            minutes: 30
            items: { scored: 10, unscored: 2 }
            domains:
              - { id: commits, title: Commits, weight: 60, tasks: ["1.1", "1.2"] }
              - { id: branches, title: Branches, weight: 40, tasks: ["2.1"] }
            """;

    final School school;
    final Path root;
    private final Program program;
    private final JdbcClient jdbc;

    ExamSchool(Program program, String slug, Path root) throws IOException {
        this.program = program;
        this.jdbc = program.database().jdbc();
        this.school = program.bean(Schools.class).create(new Slug(slug), slug).orElseThrow();
        this.root = root;
        with("exams/git/exam.yaml", "title: Git\nbanks: [git]\n").with("exams/git/2026.yaml", BLUEPRINT);
        with("banks/git/a.md", questions("commits", 20)).with("banks/git/c.md", questions("branches", 20));
    }

    ExamSchool with(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    ExamSchool without(String path) throws IOException {
        Files.delete(root.resolve(path));
        return this;
    }

    /// Questions of one domain.
    static String questions(String domain, int count) {
        return "---\ndomain: " + domain + "\n---\n" + IntStream.range(0, count)
                .mapToObj(number -> "### Question %d of %s\n\n- [x] Yes\n- [ ] No\n\n> So.\n".formatted(number, domain))
                .collect(Collectors.joining("\n")) + "\n";
    }

    String page(String path) throws Exception {
        return Program.send(program.request(author(), "/studio/" + school.slug() + "/" + path)).body();
    }

    HttpResponse<String> post(String path, String form) throws Exception {
        return Program.send(program.form(author(), "/studio/" + school.slug() + "/" + path, form));
    }

    private Account author() {
        var ada = program.bean(Accounts.class).ensure(new EmailAddress("ada@example.org"));
        program.bean(Memberships.class).ensure(school, ada, Role.OWNER, "test");
        return ada;
    }

    void publish() throws IOException {
        program.publish(school, root);
        build();
    }

    /// What the job does, without waiting for it.
    void build() {
        var editions = jdbc.sql("select content_id from exam_version where school_id = :school")
                .param("school", school.id()).query(Long.class).list();
        for (long edition : new HashSet<>(editions))
            program.bean(FormBuilding.class).run(new BuildForms(school.id(), edition, 0));
    }

    Exam exam() {
        return program.bean(Exams.class).find(school, new Slug("git")).orElseThrow();
    }

    List<Form> forms(Exam.Edition edition) {
        return jdbc.sql("""
                        select id from form
                        where school_id = :school and version_id = :version and pool = :pool order by id
                        """)
                .param("school", school.id())
                .param("version", edition.versionId())
                .param("pool", edition.pool())
                .query((row, _) -> program.bean(Forms.class).get(school, row.getLong("id")))
                .list();
    }
}

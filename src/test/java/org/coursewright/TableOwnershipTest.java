package org.coursewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A table is written by the module that owns it, read by modules that may depend on that one, and asked for one school.
class TableOwnershipTest {

    private static final Pattern DEPENDENCIES = Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)}");

    /// Statements over all schools, and why.
    private static final Map<String, String> ACROSS_SCHOOLS = Map.of(
            "identity/Sessions.java session", "sweeps what has expired",
            "identity/ApiTokens.java api_token", "finds the token, and by it the school",
            "content/Pushes.java push", "sweeps what nobody repeats",
            "storage/Uploads.java upload", "sweeps what has expired");

    private static Map<String, String> owners;
    private static Set<String> ofSchools;

    @BeforeAll
    static void readTheCatalog() {
        var jdbc = new Database().jdbc();
        owners = new HashMap<>();
        jdbc.sql("""
                        select relname, substr(obj_description(oid, 'pg_class'), 8) as owner from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace
                          and obj_description(oid, 'pg_class') like 'owner: %'
                        """)
                .query((row, _) -> owners.put(row.getString("relname"), row.getString("owner")))
                .list();
        ofSchools = new HashSet<>(jdbc.sql("""
                        select relname from pg_class join pg_attribute on attrelid = pg_class.oid
                        where relkind = 'r' and attname = 'school_id' and attnotnull
                          and relnamespace = 'public'::regnamespace
                        """)
                .query((row, _) -> row.getString("relname"))
                .list());
    }

    @Test
    void aTableIsWrittenByItsOwnerAlone() throws IOException {
        assertThat(Statement.all()).hasSizeGreaterThan(100);
        assertThat(strangeWrites(Statement.all())).isEmpty();
    }

    @Test
    void aTableIsReadByThoseWhoMayKnowItsOwner() throws IOException {
        assertThat(strangeReads(Statement.all())).isEmpty();
    }

    @Test
    void whatBelongsToASchoolIsAskedForOfOne() throws IOException {
        assertThat(withoutSchool(Statement.all())).containsExactlyInAnyOrderElementsOf(ACROSS_SCHOOLS.keySet());
    }

    /// `db_now()` reads a row each time it is called: in a comparison it is asked once for the statement.
    @Test
    void theClockIsNotAskedForEveryRow() throws IOException {
        assertThat(Statement.all()
                .stream()
                .filter(statement -> statement.sql().matches("(?s).*[<>]=?\\s*db_now\\(\\).*"))
                .map(Statement::place))
                .isEmpty();
    }

    @Test
    void theThreeRulesSeeWhatBreaksThem() throws IOException {
        var wrong = Statement.in("mail", "Wrong.java", """
                var one = jdbc.sql("update progress set seen_at = now()");
                var two = jdbc.sql("select title from lesson where content_id = :lesson for update");
                var fine = jdbc.sql("insert into mail (plain) values (:plain) on conflict do update set plain = ''");
                """);
        assertThat(wrong).hasSize(3);
        assertThat(strangeWrites(wrong)).containsExactly("Wrong.java:1 writes progress of study");
        assertThat(strangeReads(wrong)).containsExactly(
                "Wrong.java:1 reads progress of study", "Wrong.java:2 reads lesson of course");
        assertThat(withoutSchool(wrong)).containsExactly("Wrong.java progress", "Wrong.java lesson");
    }

    private static List<String> strangeWrites(List<Statement> statements) {
        return statements.stream()
                .flatMap(statement -> statement.written().stream()
                        .filter(table -> owners.containsKey(table) && !statement.module().equals(owners.get(table)))
                        .map(table -> statement.place() + " writes " + table + " of " + owners.get(table)))
                .toList();
    }

    private static List<String> strangeReads(List<Statement> statements) throws IOException {
        var strange = new TreeSet<String>();
        for (var statement : statements) {
            var known = known(statement.module());
            for (var table : statement.touched()) {
                var owner = owners.get(table);
                if (owner != null && !known.contains("*") && !known.contains(owner))
                    strange.add(statement.place() + " reads " + table + " of " + owner);
            }
        }
        return List.copyOf(strange);
    }

    private static List<String> withoutSchool(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> !statement.sql().contains(":school") && !statement.sql().contains("school_id"))
                .flatMap(statement -> statement.touched().stream()
                        .filter(ofSchools::contains)
                        .map(table -> statement.place().replaceAll(":\\d+$", "") + " " + table))
                .toList();
    }

    /// The modules that one may depend on, with itself; `*` = all.
    private static Set<String> known(String module) throws IOException {
        var text = Files.readString(Path.of("src/main/java/org/coursewright", module, "package-info.java"));
        var match = DEPENDENCIES.matcher(text);
        if (!match.find()) return Set.of("*");
        var known = new HashSet<>(Set.of(module));
        for (var name : match.group(1).split(","))
            known.add(name.replaceAll("[\\s\"]|::.*", ""));
        return known;
    }
}

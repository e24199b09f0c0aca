package org.coursewright.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipOutputStream;
import org.coursewright.Program;
import org.coursewright.gates.GateTable.Place;
import org.coursewright.gates.GateTable.Row;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.OnPreview;
import org.coursewright.school.OnSchool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Walks every route of the program as everybody, and compares the answers with `docs/gates.md`.
class GatesTest {

    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    @TempDir
    static Path folder;
    private static World world;
    private static GateTable table;

    @BeforeAll
    static void build() throws Exception {
        world = new World(folder);
        table = new GateTable();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void everybodyGetsWhatTheTableSays() throws Exception {
        var before = otherSchool();
        var answered = new ArrayList<Row>();
        var faults = new ArrayList<String>();
        for (var row : table.rows()) {
            var answers = new ArrayList<String>();
            for (var who : row.people()) {
                var answer = send(world.as(person(row, who), request(row)), row);
                answers.add(word(answer));
                faults.addAll(faults(row, who, answer));
            }
            answered.add(row.with(answers));
        }
        var text = table.textWith(answered);
        if (Boolean.getBoolean("gates.write")) Files.writeString(GateTable.FILE, text);
        else
            assertThat(text).isEqualTo(table.text());
        assertThat(faults).isEmpty();
        assertThat(otherSchool()).isEqualTo(before);
    }

    @Test
    void everyRouteHasARow() {
        var without = new TreeSet<String>();
        for (var route : routes())
            if (table.rows().stream().noneMatch(route::fits)) without.add(route.toString());
        assertThat(without).isEmpty();
    }

    @Test
    void aRequestThatAnotherSiteStartsIsRefusedWhoeverSendsIt() throws Exception {
        var passed = new TreeSet<String>();
        for (var row : writes()) {
            for (var header : List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site",
                    "Origin: https://evil.example", "Origin: null")) {
                var parts = header.split(": ");
                var answer = send(world.as(strongest(row), request(row)).header(parts[0], parts[1]), row);
                if (answer.statusCode() != 403) passed.add(row.request() + " with " + header);
            }
        }
        assertThat(passed).isEmpty();
    }

    @Test
    void noOtherMethodGetsThrough() throws Exception {
        var known = routes();
        var passed = new TreeSet<String>();
        for (var row : table.rows()) {
            for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                var other = new Row(0, row.place(), row.people(), method, row.path(), "", List.of());
                if (method.equals(row.method()) || known.stream().anyMatch(route -> route.fits(other))) continue;
                int status = send(world.as(strongest(row), request(other)), other).statusCode();
                if (!Set.of(400, 403, 404, 405, 501).contains(status)) passed.add(other.request() + ": " + status);
            }
        }
        assertThat(passed).isEmpty();
    }

    @Test
    void aBodyOfAnotherTypeIsAnsweredAndBreaksNothing() throws Exception {
        var broken = new TreeSet<String>();
        for (var row : writes()) {
            for (var type : List.of("text/plain", "application/xml", "application/json", "multipart/form-data",
                    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=nonsense",
                    "nonsense")) {
                var request = bare(row).header("Content-Type", type)
                        .method(row.method(), HttpRequest.BodyPublishers.ofString("{\"%zz=&&<a>\u0000"));
                int status = send(world.as(strongest(row), request), row).statusCode();
                if (status >= 500) broken.add(row.request() + " as " + type + ": " + status);
            }
        }
        assertThat(broken).isEmpty();
    }

    private static List<Row> writes() {
        return table.rows().stream().filter(row -> WRITES.contains(row.method())).toList();
    }

    /// "expired" is somebody who was let in there.
    private static String person(Row row, String who) {
        return who.equals("expired") && row.place() == Place.PLATFORM ? "expired author" : who;
    }

    /// Who may do most there.
    private static String strongest(Row row) {
        return switch (row.place()) {
            case SCHOOL -> "enrolled";
            case PREVIEW -> "author";
            case PLATFORM -> row.path().startsWith("/admin") ? "operator" : "author";
            case API -> "token";
        };
    }

    /// What the rows try at the other school must leave no trace there.
    private static String otherSchool() {
        return world.program.database().jdbc().sql("""
                        select (select count(*) from audit_entry where school_id = :bob)
                            || ' ' || (select count(*) from api_token where school_id = :bob and revoked_at is null)
                            || ' ' || (select count(*) from preview where school_id = :bob and revoked_at is null)
                            || ' ' || (select count(*) from enrolment where school_id = :bob and valid_until > now())
                            || ' ' || (select sum(run) from video where school_id = :bob)
                        """).param("bob", world.bob.id()).query(String.class).single();
    }

    /// @param place where it is
    record Route(Place place, String method, PathPattern pattern) {

        boolean fits(Row row) {
            boolean here = place == row.place() || (place == Place.PLATFORM && row.place() == Place.API);
            return here && method.equals(row.method())
                    && pattern.matches(PathContainer.parsePath(world.filled(row.path())));
        }

        @Override
        public String toString() {
            return place + " " + method + " " + pattern;
        }
    }

    private static List<Route> routes() {
        var mappings = world.program.bean(RequestMappingHandlerMapping.class).getHandlerMethods();
        var routes = new ArrayList<Route>();
        mappings.forEach((mapping, method) -> {
            if (!method.getBeanType().getName().startsWith("org.coursewright")) return;
            for (var place : places(method.getBeanType()))
                for (var pattern : mapping.getPathPatternsCondition().getPatterns())
                    for (var verb : verbs(mapping))
                        routes.add(new Route(place, verb, pattern));
        });
        assertThat(routes).hasSizeGreaterThan(60);
        return routes;
    }

    private static List<Place> places(Class<?> controller) {
        var places = new ArrayList<Place>();
        if (controller.isAnnotationPresent(OnPlatform.class)) places.add(Place.PLATFORM);
        if (controller.isAnnotationPresent(OnSchool.class)) places.add(Place.SCHOOL);
        if (controller.isAnnotationPresent(OnPreview.class)) places.add(Place.PREVIEW);
        return places;
    }

    private static List<String> verbs(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? List.of("GET") : methods.stream().map(RequestMethod::name).toList();
    }

    private static HttpRequest.Builder request(Row row) {
        var sends = world.filled(row.sends());
        var builder = bare(row);
        if (row.place() == Place.API && row.path().startsWith("/uploads") && !row.method().equals("OPTIONS"))
            builder.header("Tus-Resumable", "1.0.0");
        if (row.method().equals("GET") || row.method().equals("HEAD"))
            return builder.method(row.method(), HttpRequest.BodyPublishers.noBody());
        if (sends.equals("zip"))
            return builder.header("Content-Type", "application/zip")
                    .method(row.method(), HttpRequest.BodyPublishers.ofByteArray(emptyZip()));
        boolean json = sends.startsWith("{") || row.path().startsWith("/api/");
        return builder.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .method(row.method(), HttpRequest.BodyPublishers.ofString(sends));
    }

    private static HttpRequest.Builder bare(Row row) {
        var path = world.filled(row.path());
        var host = switch (row.place()) {
            case SCHOOL -> "ada.localhost";
            case PREVIEW -> world.name("preview-ada") + "--ada.localhost";
            case PLATFORM, API -> "localhost";
        };
        return world.program.request(path).header("Host", host).timeout(Duration.ofSeconds(20));
    }

    private static byte[] emptyZip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.finish();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    /// The head of an answer and, unless it never ends, its body.
    private static HttpResponse<String> send(HttpRequest.Builder request, Row row) throws Exception {
        if (row.path().endsWith("/events"))
            return Program.HTTP.send(request.build(), _ -> new FirstBytes());
        try {
            return Program.send(request);
        } catch (HttpTimeoutException hangs) {
            throw new AssertionError(row.request() + " hangs", hangs);
        }
    }

    private static String word(HttpResponse<String> answer) {
        var to = answer.headers().firstValue("Location").orElse("");
        boolean signIn = answer.statusCode() == 303 && (to.equals("/sign-in") || to.startsWith("/sign-in?"));
        return signIn ? "sign in" : "" + answer.statusCode();
    }

    /// What must hold for each answer, whoever asks.
    private static List<String> faults(Row row, String who, HttpResponse<String> answer) {
        var faults = new ArrayList<String>();
        var say = row.request() + " as " + who + " (" + answer.statusCode() + "): ";
        if (answer.statusCode() >= 500) faults.add(say + "broken");
        if (answer.statusCode() != 200 && answer.body().contains("The secret of")) faults.add(say + "tells the text");
        if (answer.body().contains("The secret of bob")) faults.add(say + "tells another school's text");
        for (var header : List.of("X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy"))
            if (answer.headers().firstValue(header).isEmpty()) faults.add(say + "lacks " + header);
        var caching = answer.headers().firstValue("Cache-Control").orElse("");
        boolean personal = !row.path()
                .matches("/|/courses.*|/pages.*|/theme.*|/certificates/.*|.*/public/.*|/health.*");
        if (personal && answer.statusCode() < 400 && row.method().equals("GET")
                && (caching.contains("public") || !caching.contains("no-store") && !caching.contains("private")))
            faults.add(say + "may be stored by others: " + caching);
        if (answer.headers().allValues("Set-Cookie").stream()
                .anyMatch(cookie -> cookie.startsWith("session=") && !cookie.contains("HttpOnly")))
            faults.add(say + "gives a cookie to scripts");
        return faults;
    }
}

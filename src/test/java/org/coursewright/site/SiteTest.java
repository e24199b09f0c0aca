package org.coursewright.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.coursewright.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    @TempDir
    static Path data;
    private static Program program;
    private static Press ada;

    @BeforeAll
    static void publish() throws Exception {
        program = new Program(data, Map.of());
        ada = new Press(program, "ada")
                .with("school.yaml", "name: Ada's School\ntagline: Calm courses\n")
                .with("redirects.yaml", "/old: /courses/git\n")
                .with("pages/about.md", "---\nmenu: 1\n---\n# About\n\nWho we are.\n")
                .with("blog/2026-11-22-hello.md", "# Hello\n\nThe first post.\n")
                .with("courses/git/course.yaml", "title: Git\naccess: offers\n")
                .with("courses/git/01-free.md", "---\nfree: true\nfiles: [plan.txt]\n---\n# Welcome\n\nOpen to all.\n")
                .with("courses/git/plan.txt", "the plan")
                .with("courses/git/02-locked.md",
                        "---\nfiles: [answers.txt]\n---\n# Rebase\n\nBODY-OF-THE-LOCKED-LESSON\n")
                .with("courses/git/answers.txt", "42")
                .with("exams/git/exam.yaml", "title: Git, the exam\nsummary: Know your history.\nissuer: Us\n")
                .with("exams/git/2026.yaml", """
                        title: Version of 2026
                        valid: { from: 2026-01-31, until: 2026-12-31 }
                        minutes: 90
                        items: { scored: 40-50, unscored: 5 }
                        scale: { min: 100, max: 1000, pass: 720 }
                        domains:
                          - { id: a, title: History, weight: 60, tasks: [{ id: "1", title: Read a log }] }
                          - { id: b, title: Branches, weight: 40 }
                        """);
        ada.publish();
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void theHomePageShowsTheSchoolItsMenuAndItsCourses() throws Exception {
        assertThat(page("/")).contains("Ada&#39;s School", "Calm courses", "href=\"/courses/git\"",
                "href=\"/pages/about\"");
    }

    @Test
    void aFreeLessonIsWholeAndALockedOneWithoutAByteOfItsBody() throws Exception {
        assertThat(page("/courses/git/free")).contains("Open to all.", "plan.txt");
        var locked = get("/courses/git/locked", Map.of());
        assertThat(locked.statusCode()).isEqualTo(200);
        assertThat(text(locked)).contains("Rebase", "This lesson is part of the course")
                .doesNotContain("BODY-OF-THE-LOCKED-LESSON", "answers.txt");
    }

    @Test
    void anExamTellsEverybodyWhatItAsksHowLongAndWhatPasses() throws Exception {
        assertThat(page("/exams/git")).contains("Git, the exam", "Know your history.", "Us", "Version of 2026",
                "Examined from January 31, 2026 to December 31, 2026", "45–55", "1 h 30 min", "720 (100 to 1000)",
                "5 of them are only tried out", "History", "60 %", "<progress max=\"100\" value=\"40\"", "Read a log",
                "href=\"/exams/git/attempts\"");
        assertThat(page("/")).contains("href=\"/exams/git\"", "45–55 questions");
        assertThat(page("/sitemap.xml")).contains("/exams/git</loc>");
    }

    @Test
    void nothingThatIsStoredHoldsTheBodyOfALockedLesson() throws Exception {
        var site = program.bean(LiveSites.class).of(ada.school);
        for (var path : site.pages().keySet())
            if (site.at(path).orElseThrow() instanceof StoredPage.Page)
                assertThat(text(get(path, Map.of()))).as(path).doesNotContain("BODY-OF-THE-LOCKED-LESSON");
    }

    @Test
    void filesOfFreeLessonsAreOpenAndThoseOfLockedOnesAreNot() throws Exception {
        assertThat(get(Addresses.file("plan.txt", hash("the plan")), Map.of()).statusCode()).isEqualTo(200);
        assertThat(get(Addresses.file("answers.txt", hash("42")), Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageComesPackedAsTheClientLikesIt() throws Exception {
        var plain = get("/", Map.of());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        var gzip = get("/", Map.of("Accept-Encoding", "gzip"));
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes()).isEqualTo(plain.body());
        var brotli = get("/", Map.of("Accept-Encoding", "gzip, deflate, br;q=0.9"));
        assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
        assertThat(get("/", Map.of("Accept-Encoding", "br;q=0, gzip")).headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void whoHasThePageIsToldSoWithoutIt() throws Exception {
        var first = get("/", Map.of());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Vary").orElseThrow()).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("public", "s-maxage");
        var again = get("/", Map.of("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void pagesAllowNoScriptButOurs() throws Exception {
        var policy = get("/", Map.of()).headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "script-src 'self' 'sha256-", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page("/")).doesNotContain("style=\"", "onclick=");
    }

    @Test
    void oldAddressesLeadToNewOnes() throws Exception {
        var moved = get("/old", Map.of());
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue("/courses/git");
        assertThat(get("/courses/git/", Map.of()).headers().firstValue("Location")).hasValue("/courses/git");
    }

    @Test
    void whatIsNotThereLooksLikeTheSchool() throws Exception {
        var lost = get("/nowhere", Map.of("Accept", "text/html"));
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(text(lost)).contains("Ada&#39;s School", "There is no such page");
    }

    @Test
    void programsFindTheSitemapTheFeedAndTheRules() throws Exception {
        assertThat(page("/sitemap.xml")).contains("/courses/git/free</loc>").doesNotContain("/404");
        assertThat(page("/robots.txt")).contains("Disallow: /learn", "/sitemap.xml");
        assertThat(page("/blog/feed.xml")).contains("<title>Hello</title>", "The first post.");
    }

    @Test
    void aSchoolWithoutACourseIsOpeningSoon() throws Exception {
        var empty = new Press(program, "quiet").with("school.yaml", "name: Quiet Harbour\n");
        empty.publish();
        assertThat(text(send("quiet.localhost", "/", Map.of()))).contains("Quiet Harbour", "Opening soon");
        assertThat(send("quiet.localhost", "/courses", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void anEditRendersOnlyWhatItChanged() throws Exception {
        var bob = new Press(program, "bob").with("courses/go/01-one.md", "# One\n").with("courses/go/02-two.md",
                "# Two\n");
        bob.publish();
        var before = program.bean(LiveSites.class).of(bob.school);
        bob.with("courses/go/02-two.md", "---\nsummary: Now with more.\n---\n# Two\n").publish();
        var after = program.bean(LiveSites.class).of(bob.school);
        assertThat(after.at("/courses/go/one")).isEqualTo(before.at("/courses/go/one"));
        assertThat(after.at("/courses/go/two")).isNotEqualTo(before.at("/courses/go/two"));
        assertThat(after.at("/")).isEqualTo(before.at("/"));
    }

    @Test
    void aPreviewShowsTheWholeRevisionWithARibbonAndIsNotKept() throws Exception {
        var cleo = new Press(program, "cleo").with("courses/go/01-one.md", "# One\n\nOnly for students.\n");
        var preview = cleo.push().preview();
        var host = java.net.URI.create(preview).getHost();
        var lesson = send(host, "/courses/go/one", Map.of());
        assertThat(lesson.statusCode()).isEqualTo(200);
        assertThat(text(lesson)).contains("Preview of revision 1", "Only for students.", "noindex");
        assertThat(lesson.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(lesson.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(send("cleo.localhost", "/courses/go/one", Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("wrongcode--cleo.localhost", "/", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void pagesOfOneKindOfHostAreNotOnAnother() throws Exception {
        assertThat(text(send("localhost", "/", Map.of()))).contains("Coursewright");
        assertThat(send("ada.localhost", "/uploads", Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("localhost", "/courses/git", Map.of()).statusCode()).isEqualTo(404);
    }

    private static String page(String path) throws Exception {
        var answer = get(path, Map.of());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return text(answer);
    }

    private static org.coursewright.platform.Hash hash(String text) {
        return org.coursewright.platform.Hash.of(text);
    }

    private static HttpResponse<byte[]> get(String path, Map<String, String> headers) throws Exception {
        return send("ada.localhost", path, headers);
    }

    private static HttpResponse<byte[]> send(String host, String path, Map<String, String> headers) throws Exception {
        var request = program.request(path).header("Host", host);
        headers.forEach(request::header);
        return Program.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

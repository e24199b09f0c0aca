package org.coursewright.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.coursewright.Program;
import org.coursewright.identity.Account;
import org.coursewright.identity.Accounts;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.HealthCheck;
import org.coursewright.platform.Slug;
import org.coursewright.school.OnPlatform;
import org.coursewright.school.OnSchool;
import org.coursewright.school.Schools;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringTest {

    private static final Logger log = LoggerFactory.getLogger("org.coursewright.Engine");
    private static final String TOKEN = "a-token-for-prometheus";
    private static final Engine ENGINE = new Engine();

    @TempDir
    static Path data;
    private static Sink sink;
    private static Program program;
    private static Account boss;

    @BeforeAll
    static void start() throws Exception {
        sink = new Sink();
        var address = "http://127.0.0.1:" + sink.port();
        program = new Program(data, Map.of("engine", ENGINE, "broken", new BrokenController()),
                "--coursewright.monitoring.node=a",
                "--coursewright.monitoring.alerts=slack+" + address + "/slack,webhook+" + address + "/hook",
                "--coursewright.monitoring.sentry=http://key@127.0.0.1:" + sink.port() + "/42",
                "--coursewright.monitoring.metrics-token=" + TOKEN,
                "--coursewright.monitoring.otlp=" + address + "/v1/metrics");
        boss = program.bean(Accounts.class).ensure(new EmailAddress("boss@example.org"));
        program.bean(Accounts.class).makeOperator(boss);
        assertThat(program.bean(Schools.class).create(new Slug("ada"), "Ada")).isPresent();
    }

    @AfterAll
    static void stop() {
        program.close();
        sink.close();
    }

    @Test
    @Order(1)
    void aFaultIsToldOnceToEveryDoorAndItsEndToo() throws Exception {
        sink.refusals.set(1); // the first try fails, as in life
        ENGINE.fault = Optional.of("no <steam>");
        look();
        assertThat(Program.send(program.request("/health/ready")))
                .as("pages do not need it: a balancer keeps the node")
                .matches(answer -> answer.statusCode() == 200)
                .extracting(answer -> answer.body()).asString()
                .contains("\"status\":\"degraded\"", "\"engine\":\"down\"");
        look();
        look();
        var raised = sink.waitFor("/hook", post -> post.text().contains("engine"));
        var news = JsonMapper.shared().readTree(raised.body());
        assertThat(news.path("event").asString()).isEqualTo("raised");
        assertThat(news.path("node").asString()).isEqualTo("a");
        assertThat(news.path("reason").asString()).isEqualTo("no <steam>");
        assertThat(news.path("console").asString()).endsWith("/admin");
        assertThat(sink.waitFor("/slack", post -> post.text().contains("engine")).text())
                .contains(":red_circle: engine on a fails: no &lt;steam&gt;");
        assertThat(page("/admin")).contains("engine on a").contains("no &lt;steam&gt;");

        ENGINE.fault = Optional.empty();
        look();
        look();
        look();
        assertThat(sink.waitFor("/slack", post -> post.text().contains("works again")).text())
                .contains(":large_green_circle: engine on a works again after");
        sink.waitFor("/hook", post -> post.text().contains("resolved"));
        assertThat(sink.at("/hook")).hasSize(2);
        assertThat(sink.at("/slack")).hasSize(2);
        assertThat(program.bean(Alerts.class).latest(9)).singleElement().matches(alert -> !alert.open());
    }

    @Test
    @Order(2)
    void aNodeThatFallsSilentIsToldAndSoIsItsReturn() throws Exception {
        var jdbc = program.database().jdbc();
        jdbc.sql("insert into node (name, role, seen_at) values ('b', 'worker', now() - interval '1 hour')").update();
        look();
        look();
        assertThat(sink.waitFor("/slack", post -> post.text().contains("node b")).text())
                .contains("it says nothing since");
        assertThat(page("/admin")).contains("Node b").contains("One component needs you").doesNotContain("All is well");
        jdbc.sql("update node set seen_at = now() + interval '1 hour' where name = 'b'").update();
        look();
        look();
        sink.waitFor("/slack", post -> post.text().contains("node b works again"));
    }

    @Test
    @Order(3)
    void theSameErrorIsOneInTheInboxHoweverOftenItComes() throws Exception {
        MDC.put("school", "ada");
        MDC.put("request", "r-1");
        try {
            for (int i = 0; i < 3; i++)
                log.error("A piston of {} broke", i, new IllegalStateException("bolt " + i + " \u0000 is <loose>"));
            log.error("Another thing");
        } finally {
            MDC.clear();
        }
        var reports = reports(2);
        var piston = reports.stream().filter(report -> report.title().contains("piston")).findFirst().orElseThrow();
        assertThat(piston.count()).isEqualTo(3);
        assertThat(piston.school()).isEqualTo("ada");
        assertThat(piston.request()).isEqualTo("r-1");
        assertThat(page("/admin/errors")).contains("bolt 2").contains("&lt;loose&gt;").contains("Another thing");
        assertThat(page("/admin/errors/" + piston.fingerprint())).contains("IllegalStateException")
                .contains("r-1").contains("MonitoringTest");

        var envelope = sink.waitFor("/api/42/envelope/", post -> post.text().contains("bolt 1"));
        assertThat(envelope.auth()).contains("sentry_key=key");
        assertThat(envelope.text()).contains("\"type\":\"event\"").contains("\"school\":\"ada\"")
                .contains("IllegalStateException").contains("\"server_name\":\"a\"").doesNotContain("boss@example.org");
    }

    @Test
    @Order(4)
    void anErrorThatWasClosedOpensWhenItComesBack() throws Exception {
        var report = reports(2).stream().filter(one -> one.title().equals("Another thing")).findFirst().orElseThrow();
        var closed = Program.send(program.form(boss, "/admin/errors/" + report.fingerprint() + "/closure", ""));
        assertThat(closed.statusCode()).isEqualTo(303);
        assertThat(find(report).closedAt()).isPresent();
        assertThat(page("/admin/audit")).contains("closed the error " + report.fingerprint());
        log.error("Another thing");
        for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos(); find(report).closedAt().isPresent();)
            assertThat(System.nanoTime()).isLessThan(end);
        assertThat(Program.send(program.form(boss, "/admin/errors/unknown/closure", "")).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(5)
    void aPageThatBreaksIsInTheInboxWithWhatThePersonWasTold() throws Exception {
        var answer = Program.send(program.request("/broken").header("Host", "ada.localhost")
                .header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(500);
        var request = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(answer.body()).contains(request).doesNotContain("spring");
        var inbox = program.bean(ErrorReports.class);
        for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos(); broken(inbox).isEmpty(); Thread.sleep(50))
            assertThat(System.nanoTime()).isLessThan(end);
        assertThat(broken(inbox).orElseThrow()).matches(report -> report.request().equals(request))
                .matches(report -> report.school().equals("ada"));
        var after = Program.send(program.request("/broken").header("Host", "localhost"));
        assertThat(after.statusCode()).isEqualTo(500);
        var envelope = sink.waitFor("/api/42/envelope/", post -> post.text()
                .contains(after.headers().firstValue("X-Request-Id").orElseThrow()));
        assertThat(envelope.text()).as("of the school before it nothing is left").doesNotContain("\"school\"");
    }

    @Test
    @Order(6)
    void aMessageOfTheDatabaseHoldsNoValueOfARow() {
        assertThatThrownBy(() -> program.bean(JdbcClient.class)
                .sql("insert into account (email) values (:email)").param("email", "boss@example.org").update())
                .hasMessageContaining("account_email_key").hasMessageNotContaining("boss@example.org");
    }

    @Test
    @Order(7)
    void onlyTheTokenReadsTheMetrics() throws Exception {
        assertThat(page("/")).isNotEmpty();
        assertThat(Program.send(program.request("/metrics")).statusCode()).isEqualTo(404);
        assertThat(Program.send(program.request(boss, "/metrics")).statusCode()).isEqualTo(404);
        assertThat(Program.send(program.request("/metrics").header("Authorization", "Bearer wrong-token-it-is"))
                .statusCode()).isEqualTo(404);
        assertThat(Program.send(program.request("/metrics").header("Host", "ada.localhost")
                .header("Authorization", "Bearer " + TOKEN)).statusCode()).isEqualTo(404);
        var text = Program.send(program.request("/metrics").header("Authorization", "Bearer " + TOKEN)).body();
        assertThat(text).contains(
                "http_server_requests_seconds_count{method=\"GET\",place=\"platform\",route=\"/\",status=\"200\"}")
                .contains("coursewright_component_up{component=\"engine\"} 1.0")
                .contains("coursewright_jobs_due{lane=\"short\"}")
                .contains("jvm_memory_used_bytes")
                .contains("hikaricp_connections_active");
        assertThat(text).doesNotContain("/admin/errors/" + reports(2).getFirst().fingerprint());
    }

    @Test
    @Order(8)
    void metricsAreAlsoSentByOtlp() throws Exception {
        program.close(); // the last ones go on the way out
        var sent = ExportMetricsServiceRequest.parseFrom(sink.waitFor("/v1/metrics",
                post -> post.text().contains("http.server.requests")).body());
        var resource = sent.getResourceMetrics(0);
        assertThat(resource.getResource().getAttributesList())
                .anyMatch(one -> one.getKey().equals("service.name")
                        && one.getValue().getStringValue().equals("coursewright"));
        assertThat(resource.getScopeMetrics(0).getMetricsList())
                .anyMatch(metric -> metric.getName().equals("http.server.requests") && metric.hasHistogram());
        assertThat(program.database().jdbc().sql("select count(*) from node where name = 'a'").query(Integer.class)
                .single()).as("it takes its leave").isZero();
    }

    private static void look() {
        program.bean(Watch.class).look(Instant.now());
    }

    private static String page(String path) throws Exception {
        var answer = Program.send(program.request(boss, path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static java.util.List<ErrorReport> reports(int atLeast) throws InterruptedException {
        var inbox = program.bean(ErrorReports.class);
        for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos(); inbox.latest(9).size() < atLeast
                && System.nanoTime() < end; Thread.sleep(50)) {
            // it is written each second
        }
        return inbox.latest(9).stream().filter(report -> report.place().contains("Engine")).toList();
    }

    private static ErrorReport find(ErrorReport report) {
        return program.bean(ErrorReports.class).find(report.fingerprint()).orElseThrow();
    }

    private static Optional<ErrorReport> broken(ErrorReports inbox) {
        return inbox.latest(9).stream().filter(report -> report.title().contains("the spring is loose")).findFirst();
    }

    /// A page that nobody has thought of.
    @Controller
    @OnPlatform
    @OnSchool
    static final class BrokenController {

        @GetMapping("/broken")
        String show() {
            throw new IllegalStateException("the spring is loose");
        }
    }

    /// A component that fails when a test says so.
    static final class Engine implements HealthCheck {

        private volatile Optional<String> fault = Optional.empty();

        @Override
        public String component() {
            return "engine";
        }

        @Override
        public Optional<String> fault() {
            return fault;
        }
    }
}

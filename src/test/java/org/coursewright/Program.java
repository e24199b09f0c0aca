package org.coursewright;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coursewright.content.FolderPush;
import org.coursewright.content.Publications;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revisions;
import org.coursewright.identity.Account;
import org.coursewright.identity.Student;
import org.coursewright.platform.Hash;
import org.coursewright.platform.RandomCode;
import org.coursewright.school.School;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The whole program on a port of its own and a fresh database, for tests that speak HTTP.
public final class Program implements AutoCloseable {

    /// Reaches schools on 127.0.0.1 by the `Host` header.
    public static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Database database;
    private final ConfigurableApplicationContext context;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    /// @param data an empty folder
    /// @param beans that a test adds, by name
    /// @param settings more of them, such as `--coursewright.monitoring.node=a`
    public Program(Path data, Map<String, Object> beans, String... settings) {
        this(new Database(), data, beans, settings);
    }

    private Program(Database database, Path data, Map<String, Object> beans, String... settings) {
        this.database = database;
        var application = new SpringApplication(Coursewright.class);
        application.addInitializers(fresh -> beans.forEach((name, bean) -> register(fresh, name, bean)));
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--coursewright.data=" + data,
                "--coursewright.database-url=" + database.programUrl(),
                "--coursewright.database-owner-url=" + database.url(),
                "--coursewright.drain=0s"));
        all.addAll(List.of(settings));
        this.context = application.run(all.toArray(String[]::new));
    }

    /// One more process over the same database, with a disk of its own.
    public Program node(Path data, Map<String, Object> beans, String... settings) {
        return new Program(database, data, beans, settings);
    }

    public Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /// An address on the platform's host.
    public URI url(String path) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()) + path);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path));
    }

    /// A request of somebody who is signed in on the platform.
    public HttpRequest.Builder request(Account account, String path) {
        return request(path).header("Cookie", "session=" + signIn(account));
    }

    /// What a form sends.
    public HttpRequest.Builder form(Account account, String path, String form) {
        return request(account, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    /// Makes what a folder holds live at a school.
    public void publish(School school, Path folder) throws IOException {
        var answer = bean(FolderPush.class).push(school, folder, "", "ada@example.org", "");
        if (!(answer instanceof PushAnswer.Committed committed)) throw new AssertionError(answer);
        var revision = bean(Revisions.class).get(school, committed.revisionId());
        bean(Publications.class).publish(school, revision, "ada@example.org");
    }

    /// A request of a student who is signed in at their school.
    public HttpRequest.Builder request(School school, Student student, String path) {
        return request(school, path).header("Cookie", "session=" + signIn(school, student));
    }

    /// A request of somebody whom the school does not know.
    public HttpRequest.Builder request(School school, String path) {
        return request(path).header("Host", school.slug() + ".localhost");
    }

    /// @return the session's token
    public String signIn(School school, Student student) {
        return sessions.computeIfAbsent(school.slug() + " " + student.id(), _ -> {
            var token = RandomCode.of(24);
            database.jdbc()
                    .sql("""
                            insert into session (school_id, token_hash, student_id, created_at, seen_at, expires_at)
                            values (:school, :hash, :student, now(), now(), now() + interval '1 day')
                            """)
                    .param("school", school.id())
                    .param("hash", Hash.of(token).bytes())
                    .param("student", student.id())
                    .update();
            return token;
        });
    }

    private String signIn(Account account) {
        return sessions.computeIfAbsent("account " + account.id(), _ -> {
            var token = RandomCode.of(24);
            database.jdbc()
                    .sql("""
                            insert into platform_session (token_hash, account_id, created_at, seen_at, expires_at)
                            values (:hash, :account, now(), now(), now() + interval '1 day')
                            """)
                    .param("hash", Hash.of(token).bytes())
                    .param("account", account.id())
                    .update();
            return token;
        });
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }

    @SuppressWarnings("unchecked")
    private static void register(ConfigurableApplicationContext context, String name, Object bean) {
        ((GenericApplicationContext) context).registerBean(name, (Class<Object>) bean.getClass(), () -> bean);
    }
}

package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.coursewright.api.EnrolmentAnswer;
import org.coursewright.api.EnrolmentOrder;
import org.coursewright.enrolment.BulkEnrolment;
import org.coursewright.enrolment.EnrolmentList;
import org.coursewright.platform.Slug;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "enrol", mixinStandardHelpOptions = true, description = "Lets the students of a CSV file into a course: on the data folder, or on a server with --url and a token.")
final class EnrolCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--school", required = true, paramLabel = "SLUG", description = "The school.")
    private String school = "";

    @Option(names = "--course", required = true, paramLabel = "SLUG", description = "The course.")
    private String course = "";

    @Option(names = "--url", paramLabel = "URL", description = "The server; without it the data folder of this machine.")
    private @Nullable String url;

    @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${COURSEWRIGHT_TOKEN}", description = "A token that may enrol; also COURSEWRIGHT_TOKEN.")
    private @Nullable String token;

    @Option(names = "--json", description = "How many, as JSON.")
    private boolean json;

    @Parameters(paramLabel = "FILE.csv", description = "A column 'email', perhaps a column 'name'.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        var out = spec.commandLine().getOut();
        if (!Files.isRegularFile(file)) throw new Refusal("There is no file " + file + ".");
        var list = EnrolmentList.parse(EnrolmentList.text(Files.readAllBytes(file)));
        list.faults().forEach(fault -> out.println(file + ":" + fault.line() + ": error: " + fault.message()));
        if (!list.faults().isEmpty()) throw new Refusal("Nobody was enrolled.");
        var answer = url == null ? here(list) : there(list, Target.server(url));
        out.println(json
                ? Remote.JSON.writeValueAsString(answer)
                : Reports.plural(answer.enrolled(), "student") + " enrolled in " + course + ", " + answer.unchanged()
                        + " had access already.");
        return 0;
    }

    private EnrolmentAnswer here(EnrolmentList list) throws IOException, SQLException {
        try (var installation = Installation.open(System.getenv())) {
            var at = TokenCommand.find(installation, school);
            if (!Slug.isValid(course)) throw noCourse();
            int enrolled = installation.part(BulkEnrolment.class)
                    .enrol(at, new Slug(course), list.entries(), "command line")
                    .orElseThrow(this::noCourse);
            return new EnrolmentAnswer(enrolled, list.entries().size() - enrolled);
        }
    }

    private EnrolmentAnswer there(EnrolmentList list, String server) throws IOException {
        var saved = Credentials.ofUser().token(server, school).orElse(null);
        var secret = token == null || token.isEmpty() ? saved : token;
        if (secret == null)
            throw new Refusal("You are not signed in to " + school + " at " + server + ". Run: coursewright login "
                    + server);
        var remote = new Remote(server, secret, Progress.of(spec.commandLine().getErr(), json));
        var order = new EnrolmentOrder(course, list.entries().stream()
                .map(entry -> new EnrolmentOrder.Entry(entry.email().value(), entry.name()))
                .toList());
        return remote.post("/api/v1/schools/" + school + "/enrolments", order, EnrolmentAnswer.class);
    }

    private Refusal noCourse() {
        return new Refusal("The school " + school + " has no course '" + course + "'. Publish it first.");
    }
}

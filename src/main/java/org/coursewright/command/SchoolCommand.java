package org.coursewright.command;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coursewright.identity.NewSchools;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Settings;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "school", mixinStandardHelpOptions = true, description = "Schools of this installation.", subcommands = SchoolCommand.Create.class)
final class SchoolCommand {

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a school, on the data folder.")
    static final class Create implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "SLUG", description = "The name in its address: lower-case letters, digits, hyphens.")
        private String slug = "";

        @Option(names = "--owner", required = true, paramLabel = "EMAIL", description = "Who owns it.")
        private String owner = "";

        @Option(names = "--name", paramLabel = "NAME", description = "Its name for people, until its folder says one.")
        private @Nullable String name;

        @Option(names = "--json", description = "The school as JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException, SQLException {
            if (!School.mayBeNamed(slug))
                throw new Refusal("No school may be named '" + slug
                        + "': take up to 40 lower-case letters, digits and hyphens, and none of the platform's own names.");
            var email = EmailAddress.find(owner)
                    .orElseThrow(() -> new Refusal("'" + owner + "' is no e-mail address."));
            try (var installation = Installation.open(System.getenv())) {
                var school = installation.part(NewSchools.class)
                        .make(new Slug(slug), name == null ? slug : name, email, "command line")
                        .orElseThrow(() -> new Refusal("There is a school '" + slug + "' already."));
                print(school, email, installation.part(Settings.class));
            }
            return 0;
        }

        private void print(School school, EmailAddress email, Settings settings) {
            var address = settings.schoolUrl(school.slug().value(), "/");
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Remote.JSON.writeValueAsString(
                        Map.of("school", slug, "owner", email.value(), "url", address)));
                return;
            }
            out.println("The school " + slug + " is at " + address + " and belongs to " + email + ".");
            out.println(
                    "Next: coursewright login " + settings.platformUrl("") + ", then coursewright push DIR --school "
                            + slug + " --publish");
        }
    }
}

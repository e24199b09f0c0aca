package org.coursewright.command;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.coursewright.identity.ApiToken;
import org.coursewright.identity.ApiTokens;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "token", mixinStandardHelpOptions = true, description = "Tokens for programs.", subcommands = TokenCommand.Create.class)
final class TokenCommand {

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a token of a school, on the data folder, and prints it this once.")
    static final class Create implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--school", required = true, paramLabel = "SLUG", description = "The school.")
        private String school = "";

        @Option(names = "--scope", paramLabel = "SCOPE", split = ",", defaultValue = "push", description = "What it may do: push, enrol. ${DEFAULT-VALUE} by default.")
        private List<String> scopes = List.of(ApiToken.PUSH);

        @Option(names = "--name", paramLabel = "TEXT", defaultValue = "command line", description = "What it is for.")
        private String name = "";

        @Option(names = "--days", paramLabel = "N", defaultValue = "90", description = "Ends after so many days; ${DEFAULT-VALUE} by default.")
        private int days;

        @Option(names = "--json", description = "The token as JSON.")
        private boolean json;

        @Override
        public Integer call() throws IOException, SQLException {
            if (!ApiToken.SCOPES.containsAll(scopes)) throw new Refusal("A scope is one of: push, enrol.");
            if (days < 1 || days > 3650) throw new Refusal("--days must be from 1 to 3650.");
            try (var installation = Installation.open(System.getenv())) {
                var token = installation.part(ApiTokens.class)
                        .create(find(installation, school), null, name, scopes, Duration.ofDays(days));
                spec.commandLine().getOut().println(json
                        ? Remote.JSON.writeValueAsString(Map.of("school", school, "token", token))
                        : token);
            }
            return 0;
        }
    }

    static School find(Installation installation, String slug) {
        return (Slug.isValid(slug) ? installation.part(Schools.class).find(new Slug(slug)) : Optional.<School>empty())
                .orElseThrow(() -> new Refusal("There is no school '" + slug + "' in this installation."));
    }
}

package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which school on which server, and who is asking: options first, then what the folder remembers, then the
/// environment.
final class Target {

    @Option(names = "--school", paramLabel = "SLUG", description = "The school; remembered by the folder.")
    private @Nullable String school;

    @Option(names = "--at", paramLabel = "PATH", description = "Where the folder stands in its school, such as courses/java; remembered by the folder.")
    private @Nullable String at;

    @Option(names = "--url", paramLabel = "URL", description = "The server; remembered by the folder.")
    private @Nullable String url;

    @Option(names = "--token", paramLabel = "TOKEN", description = "A token instead of the one that 'login' brought; also COURSEWRIGHT_TOKEN.")
    private @Nullable String token;

    /// Where a command goes.
    ///
    /// @param source folder of the source within the school, empty = the whole school
    record Place(Remote remote, String url, String school, String source) {

        String path(String rest) {
            return "/api/v1/schools/" + school + rest;
        }
    }

    /// The server of this machine, as the environment says.
    static String here(Map<String, String> environment) {
        var port = environment.getOrDefault("SERVER_PORT", "8080");
        return environment.getOrDefault("COURSEWRIGHT_URL", "http://localhost:" + port);
    }

    Place resolve(Path folder, Progress progress) throws IOException {
        var state = FolderState.read(folder);
        var credentials = Credentials.ofUser();
        var server = first(url, state.url(), System.getenv("COURSEWRIGHT_URL"), credentials.onlyUrl().orElse(null));
        var address = server(server == null ? here(System.getenv()) : server);
        var slug = first(school, state.school());
        if (slug == null) throw new Refusal("Which school? Name it once: --school SLUG");
        var secret = first(token, System.getenv("COURSEWRIGHT_TOKEN"), credentials.token(address, slug).orElse(null));
        if (secret == null)
            throw new Refusal("You are not signed in to " + slug + " at " + address + ". Run: coursewright login "
                    + address);
        var source = first(at, state.source());
        return new Place(
                new Remote(address, secret, progress), address, slug,
                source == null ? "" : source.replaceAll("^/+|/+$", ""));
    }

    /// The address of a server without what does not belong to it.
    static String server(String url) {
        var address = url.replaceFirst("/+$", "");
        if (!address.matches("https?://[^/]+"))
            throw new Refusal("'" + address + "' is no address of a server, such as https://school.example.org.");
        return address;
    }

    private static @Nullable String first(@Nullable String... values) {
        for (var value : values)
            if (value != null && !value.isEmpty()) return value;
        return null;
    }
}

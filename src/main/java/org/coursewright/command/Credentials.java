package org.coursewright.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Tokens that `login` brought, in `~/.config/coursewright/credentials`, for its owner's eyes only.
final class Credentials {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;

    Credentials(Path file) {
        this.file = file;
    }

    static Credentials ofUser() {
        var config = System.getenv("XDG_CONFIG_HOME");
        var folder = config == null || config.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        return new Credentials(folder.resolve("coursewright/credentials"));
    }

    /// Tokens by school, of one server.
    private record Server(Map<String, String> schools) {}

    private record Servers(Map<String, Server> servers) {}

    Optional<String> token(String url, String school) throws IOException {
        var server = read().servers().get(url);
        return server == null ? Optional.empty() : Optional.ofNullable(server.schools().get(school));
    }

    /// The server that somebody signed in to, when there is only one.
    Optional<String> onlyUrl() throws IOException {
        var servers = read().servers().keySet();
        return servers.size() == 1 ? servers.stream().findFirst() : Optional.empty();
    }

    void keep(String url, String school, String token) throws IOException {
        var servers = new TreeMap<>(read().servers());
        var schools = new TreeMap<>(servers.containsKey(url)
                ? Objects.requireNonNull(servers.get(url)).schools()
                : Map.<String, String>of());
        schools.put(school, token);
        servers.put(url, new Server(schools));
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(folder, "credentials", "", onlyOwner);
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Servers(servers)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Servers read() throws IOException {
        return Files.exists(file) ? JSON.readValue(Files.readString(file), Servers.class) : new Servers(Map.of());
    }
}

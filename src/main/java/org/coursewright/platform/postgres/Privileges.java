package org.coursewright.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root: how to start it as somebody else.
///
/// @param prefix words before the command; empty for a normal user
record Privileges(List<String> prefix) {

    /// Finds a way that works here, and gives the folders to the user that it means.
    static Privileges forFolders(Path home, Path data, Path postgres) throws IOException {
        if (!"0".equals(Shell.run(List.of("id", "-u")))) return new Privileges(List.of());
        var inNamespace = Shell.attempt("unshare", "-U", "id", "-u");
        if (inNamespace.isPresent() && !inNamespace.get().equals("0")) return new Privileges(List.of("unshare", "-U"));
        for (var user : List.of("postgres", "nobody")) {
            var uid = Shell.attempt("id", "-u", user);
            var gid = Shell.attempt("id", "-g", user);
            if (uid.isEmpty() || gid.isEmpty()) continue;
            var prefix = List.of("setpriv", "--reuid=" + uid.get(), "--regid=" + gid.get(), "--clear-groups");
            var probe = new ArrayList<>(prefix);
            probe.addAll(List.of("test", "-x", postgres.toString()));
            if (Shell.attempt(probe.toArray(String[]::new)).isEmpty()) continue;
            var owner = uid.get() + ":" + gid.get();
            Shell.run(List.of("chown", owner, home.toString()));
            if (Files.exists(data)) Shell.run(List.of("chown", "-R", owner, data.toString()));
            return new Privileges(prefix);
        }
        throw new IOException("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here. "
                + "Start as a normal user, or set COURSEWRIGHT_DATABASE_URL.");
    }

    /// Makes a file readable for the user that PostgreSQL runs as.
    void give(Path file) throws IOException {
        if (prefix.isEmpty() || !prefix.getFirst().equals("setpriv")) return;
        Shell.run(List.of("chown", prefix.get(1).substring("--reuid=".length()), file.toString()));
    }

    /// Whether PostgreSQL can write to a folder.
    boolean mayWrite(Path folder) {
        return Shell.attempt(before(List.of("test", "-w", folder.toString())).toArray(String[]::new)).isPresent();
    }

    List<String> before(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }
}

package org.coursewright;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/// `serve`: the web server, the workers and the embedded database, until the process is told to stop.
final class Serving {

    private static final int DEFAULT_PORT = 8080;

    private Serving() {}

    /// @param arguments `--role web|worker|all`, else Spring's own `--key=value`
    static void start(String... arguments) {
        int port = port();
        if (isTaken(port)) {
            System.err.println("Port " + port + " is in use by another program. Stop that one, or name another port: "
                    + "SERVER_PORT=" + (port + 1));
            fail();
        }
        try {
            SpringApplication.run(Coursewright.class, springArguments(arguments));
        } catch (RuntimeException told) { // by Spring, which has also closed what was open
            fail();
        }
    }

    /// The JVM writes its cache on the way out: of a start that failed, good for no other. The next start is told so.
    private static void fail() {
        var unwanted = System.getProperty("coursewright.unwanted-cache");
        if (unwanted != null) try {
            Files.createFile(Path.of(unwanted));
        } catch (IOException noMatter) {
            // a slower start next time, and nothing else
        }
        System.exit(1);
    }

    /// Our own option in Spring's words.
    static String[] springArguments(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        int role = words.indexOf("--role");
        if (role >= 0 && role + 1 < words.size()) {
            words.set(role, "--coursewright.role=" + words.remove(role + 1));
        }
        return words.toArray(String[]::new);
    }

    private static int port() {
        try {
            return Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "" + DEFAULT_PORT));
        } catch (NumberFormatException notANumber) {
            return DEFAULT_PORT;
        }
    }

    private static boolean isTaken(int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}

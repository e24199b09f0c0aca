package org.coursewright.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The processes of one server as Linux counts them in `/proc`: of an installation the JVM and all of PostgreSQL.
///
/// @param program pid of the JVM, 0 = there is none
/// @param postmaster pid of the first process of PostgreSQL, or of another server that works with children
record Processes(long program, long postmaster) {

    private static final double MILLIS_OF_A_TICK = 10;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED_CHILDREN = 13;
    private static final int SYSTEM_OF_ENDED_CHILDREN = 14;
    private static final int PARENT = 1;

    /// CPU time that all of them have used since they began, in ms; 10 ms exact.
    double cpuMillis() {
        return databaseMillis() + cpuMillis(List.of(program));
    }

    /// CPU time of processes that the program started and that have ended, in ms.
    double childrenMillis() {
        var fields = stat(program);
        if (fields.length == 0) throw new IllegalStateException("the program has ended");
        return (Double.parseDouble(fields[USER_OF_ENDED_CHILDREN]) + Double.parseDouble(fields[SYSTEM_OF_ENDED_CHILDREN]))
                * MILLIS_OF_A_TICK;
    }

    /// The part of PostgreSQL.
    double databaseMillis() {
        return cpuMillis(postgres());
    }

    private double cpuMillis(List<Long> pids) {
        double ticks = 0;
        for (long pid : pids) {
            var fields = stat(pid);
            if (fields.length == 0) continue;
            ticks += Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM]);
            if (pid == postmaster)
                ticks += Double.parseDouble(fields[USER_OF_ENDED_CHILDREN])
                        + Double.parseDouble(fields[SYSTEM_OF_ENDED_CHILDREN]);
        }
        return ticks * MILLIS_OF_A_TICK;
    }

    /// CPU time that the JVM's compilers have used since they began, in ms. Compilers end when they have nothing to do,
    /// and their time goes with them.
    double compilerMillis() {
        double ticks = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/" + program + "/task"))) {
            for (var task : tasks) {
                var lines = lines(task.resolve("stat"));
                if (lines.isEmpty() || !lines.getFirst().contains(" CompilerThre")) continue;
                var fields = fields(lines.getFirst());
                ticks += Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM]);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return ticks * MILLIS_OF_A_TICK;
    }

    /// Memory of all of them, shared pages counted once, in MB.
    double pssMegabytes() {
        double kilobytes = 0;
        var all = postgres();
        all.add(program);
        for (long pid : all)
            for (var line : lines(Path.of("/proc/" + pid + "/smaps_rollup")))
                if (line.startsWith("Pss:")) kilobytes += Double.parseDouble(line.replaceAll("\\D+", ""));
        return kilobytes / 1024;
    }

    private List<Long> postgres() {
        var all = new ArrayList<>(List.of(postmaster));
        try (var folders = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var folder : folders) {
                long pid = Long.parseLong(folder.getFileName().toString());
                var fields = stat(pid);
                if (fields.length > 0 && Long.parseLong(fields[PARENT]) == postmaster) all.add(pid);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    /// From the state on: the name before it may hold spaces.
    private static String[] stat(long pid) {
        var lines = lines(Path.of("/proc/" + pid + "/stat"));
        if (lines.isEmpty()) return new String[0];
        return fields(lines.getFirst());
    }

    private static String[] fields(String line) {
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException ended) {
            return List.of();
        }
    }
}

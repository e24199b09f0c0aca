package org.coursewright.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// Many people who ask over a fixed number of kept-alive connections, each of which asks for the next of them as soon as it
/// is answered. What fails is counted.
///
/// @param processes of the server
record Crowd(int port, Processes processes, int connections) {

    private static final int MOST_ROUNDS = 12;
    private static final double REST = 0.02;

    /// What one of them does.
    interface Act {

        /// @param number of the person, from 1
        void by(Line line, int number) throws IOException;
    }

    /// What it took.
    ///
    /// @param cpuMillis of all processes of the server, for each of them
    /// @param databaseMillis PostgreSQL's part of that
    record Took(int errors, double seconds, double cpuMillis, double databaseMillis, double p50Millis, double p99Millis) {}

    static Crowd before(Server server, int connections) throws IOException {
        return new Crowd(server.port(), server.processes(), connections);
    }

    /// What happens between two rounds, so that the next one is like the last.
    interface Between {
        void rounds() throws IOException;
    }

    /// Until the compilers of the JVM take less than a fiftieth of a round.
    void warmUp(int people, Act act) throws IOException, InterruptedException {
        warmUp(people, act, () -> {});
    }

    void warmUp(int people, Act act, Between between) throws IOException, InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double before = processes.compilerMillis();
            double cost = all(people, act).cpuMillis() * people;
            between.rounds();
            if (round >= 2 && processes.compilerMillis() - before < cost * REST) return;
        }
    }

    /// All of them, and none may fail.
    Took all(int people, Act act) throws IOException, InterruptedException {
        var took = run(people, act);
        if (took.errors() > 0) throw new IOException(took.errors() + " requests failed");
        return took;
    }

    Took run(int people, Act act) throws InterruptedException {
        var next = new AtomicInteger();
        var errors = new AtomicInteger();
        var nanos = new long[people];
        double cpu = processes.cpuMillis();
        double database = processes.databaseMillis();
        long began = System.nanoTime();
        var threads = new Thread[connections];
        for (int i = 0; i < connections; i++)
            threads[i] = Thread.ofPlatform().start(() -> {
                try (var line = new Line(port)) {
                    for (int at = next.getAndIncrement(); at < people; at = next.getAndIncrement()) {
                        long asked = System.nanoTime();
                        try {
                            act.by(line, at + 1);
                        } catch (IOException failed) {
                            if (errors.incrementAndGet() <= 3) System.err.println("bench: " + failed.getMessage());
                            line.reconnect();
                        }
                        nanos[at] = System.nanoTime() - asked;
                    }
                } catch (IOException gone) {
                    errors.incrementAndGet();
                }
            });
        for (var thread : threads) thread.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuUsed = processes.cpuMillis() - cpu;
        double databaseUsed = processes.databaseMillis() - database;
        Arrays.sort(nanos);
        return new Took(errors.get(), seconds, cpuUsed / people, databaseUsed / people, nanos[people / 2] / 1e6,
                nanos[(int) (people * 0.99)] / 1e6);
    }
}

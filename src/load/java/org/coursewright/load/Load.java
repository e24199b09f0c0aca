package org.coursewright.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A fixed number of requests over a fixed number of connections, each asking again as soon as it is answered.
///
/// @param port of the server on loopback
/// @param processes of the server
/// @param connections at the same time
record Load(int port, Processes processes, int connections) {

    private static final int MOST_ROUNDS = 30;
    private static final double REST = 0.02;

    /// What is asked.
    ///
    /// @param more further header lines, each ended by CR LF
    /// @param form what is sent; empty = nothing, the request reads
    record Request(String host, String path, String more, String form) {

        Request(String host, String path, String more) {
            this(host, path, more, "");
        }

        private int status(Line line) throws IOException {
            return form.isEmpty()
                    ? line.get(host, path, more).status()
                    : line.post(host, path, more + "Content-Type: application/x-www-form-urlencoded\r\n", form).status();
        }
    }

    /// What it cost.
    ///
    /// @param cpuMillis of all processes of the server, for each request
    /// @param databaseMillis PostgreSQL's part of them
    record Cost(double cpuMillis, double databaseMillis, double perSecond, double p50Millis, double p99Millis) {}

    static Load on(Server server, int connections) throws IOException {
        return new Load(server.port(), server.processes(), connections);
    }

    /// The cheapest of some rounds: who else uses the machine only adds.
    Cost least(int rounds, int count, IntFunction<Request> requests) throws IOException, InterruptedException {
        var best = run(count, requests);
        for (int round = 1; round < rounds; round++) {
            var cost = run(count, requests);
            if (cost.cpuMillis() < best.cpuMillis()) best = cost;
        }
        return best;
    }

    /// Until the compilers of the JVM have come to rest: they take less than a fiftieth of a round.
    void warmUp(int count, IntFunction<Request> requests) throws IOException, InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double before = processes.compilerMillis();
            double cost = run(count, requests).cpuMillis() * count;
            double compiled = processes.compilerMillis() - before;
            if (round >= 2 && compiled < cost * REST) return;
        }
    }

    /// @param requests the request of a number from 0
    Cost run(int count, IntFunction<Request> requests) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var nanos = new long[count];
        double cpu = processes.cpuMillis();
        double database = processes.databaseMillis();
        long began = System.nanoTime();
        var threads = new Thread[connections];
        var broken = new AtomicInteger();
        for (int i = 0; i < connections; i++)
            threads[i] = Thread.ofPlatform().start(() -> {
                try (var line = new Line(port)) {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        var request = requests.apply(number);
                        long asked = System.nanoTime();
                        int status = request.status(line);
                        nanos[number] = System.nanoTime() - asked;
                        if (status / 100 != 2) throw new IOException(status + " for " + request.path());
                    }
                } catch (IOException failed) {
                    broken.incrementAndGet();
                    throw new UncheckedIOException(failed);
                }
            });
        for (var thread : threads) thread.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (broken.get() > 0) throw new IOException("requests failed: a figure of errors is none");
        double used = processes.cpuMillis() - cpu;
        double databaseUsed = processes.databaseMillis() - database;
        Arrays.sort(nanos);
        return new Cost(used / count, databaseUsed / count, count / seconds, nanos[count / 2] / 1e6, nanos[(int) (count * 0.99)] / 1e6);
    }
}

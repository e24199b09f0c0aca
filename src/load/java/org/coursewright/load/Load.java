package org.coursewright.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// A fixed number of requests over a fixed number of connections, each asking again as soon as it is answered.
///
/// @param connections at the same time
record Load(Server server, int connections) {

    /// What is asked.
    ///
    /// @param more further header lines, each ended by CR LF
    record Request(String host, String path, String more) {}

    /// What it cost.
    ///
    /// @param cpuMillis of all processes of the server, for each request
    /// @param databaseMillis PostgreSQL's part of them
    record Cost(double cpuMillis, double databaseMillis, double perSecond, double p50Millis, double p99Millis) {}

    /// @param requests the request of a number from 0
    Cost run(int count, IntFunction<Request> requests) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var nanos = new long[count];
        var processes = server.processes();
        double cpu = processes.cpuMillis();
        double database = processes.databaseMillis();
        long began = System.nanoTime();
        var threads = new Thread[connections];
        var broken = new AtomicInteger();
        for (int i = 0; i < connections; i++)
            threads[i] = Thread.ofPlatform().start(() -> {
                try (var line = new Line(server.port())) {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        var request = requests.apply(number);
                        long asked = System.nanoTime();
                        int status = line.get(request.host(), request.path(), request.more()).status();
                        nanos[number] = System.nanoTime() - asked;
                        if (status != 200) throw new IOException(status + " for " + request.path());
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

package org.coursewright.load;

import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/// Somebody who does not give up: what was not answered, or by a 5xx, is asked again, as browsers' scripts and the command
/// line do. Now and then a request is sent twice at the same time, as impatient people and networks do.
final class FaultClient {

    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Wire wire;
    private final FaultLedger ledger;
    private final Random random;

    FaultClient(int port, FaultLedger ledger, long seed) {
        this.wire = new Wire(port);
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /// @param good statuses that acknowledge it; any other 2xx to 4xx is a violation
    Wire.Answer write(String what, String head, byte[] body, Set<Integer> good) throws InterruptedException {
        if (random.nextInt(5) == 0) {
            ledger.duplicates.incrementAndGet();
            Thread.ofVirtual().start(() -> wire.ask(head, body));
        }
        var answer = insist(() -> wire.ask(head, body));
        if (good.contains(answer.status())) ledger.acknowledged.incrementAndGet();
        else
            ledger.violation(what + " was answered " + answer.status() + ": " + answer.text().lines().findFirst().orElse(""));
        return answer;
    }

    /// One try, for what may fail.
    Wire.Answer read(String host, String path, String more) {
        ledger.reads.incrementAndGet();
        return wire.ask("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more, new byte[0]);
    }

    Wire.Answer insist(Supplier<Wire.Answer> request) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        var answer = request.get();
        while ((answer.status() <= 0 || answer.status() >= 500 || answer.status() == 423) && System.nanoTime() < end) {
            ledger.retries.incrementAndGet();
            Thread.sleep(100 + random.nextInt(300));
            answer = request.get();
        }
        return answer;
    }
}

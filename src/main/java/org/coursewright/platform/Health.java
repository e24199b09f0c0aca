package org.coursewright.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Asks all components how they are, all at once. One that does not answer soon is a fault itself, and is not asked again
/// until it has answered.
@Component
public class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Executor THREADS = work -> Thread.ofVirtual().name("health").start(work);

    private static final Duration RECENT = Duration.ofSeconds(5);

    private final List<HealthCheck> checks;
    private final Map<String, CompletableFuture<State>> asked = new ConcurrentHashMap<>();
    private volatile Remembered remembered = new Remembered(List.of(), System.nanoTime() - RECENT.toNanos() - 1);

    Health(List<HealthCheck> checks) {
        this.checks = checks;
    }

    /// In the order of their names, without figures: balancers ask often.
    public List<State> states() {
        var states = states("", checks, _ -> "");
        remembered = new Remembered(states, System.nanoTime());
        return states;
    }

    /// For balancers, who wait for half a second: what is vital is asked now, the rest is what was seen last.
    List<State> readiness() {
        var known = remembered.states();
        if (known.isEmpty()) return states();
        var states = new ArrayList<>(states("", checks.stream().filter(HealthCheck::vital).toList(), _ -> ""));
        known.stream().filter(state -> !state.vital()).forEach(states::add);
        return states;
    }

    /// Names of all components.
    public List<String> components() {
        return checks.stream().map(HealthCheck::component).sorted().toList();
    }

    /// Whether a component worked a few seconds ago; for meters, each of which asks alone.
    public boolean isGood(String component) {
        var known = remembered;
        if (System.nanoTime() - known.at() > RECENT.toNanos()) {
            states();
            known = remembered;
        }
        return known.states().stream().noneMatch(state -> state.component().equals(component) && !state.good());
    }

    private record Remembered(List<State> states, long at) {}

    /// The same for people, with figures.
    public List<State> report() {
        return states("report ", checks, HealthCheck::detail);
    }

    private List<State> states(String question, List<HealthCheck> checks, Function<HealthCheck, String> detail) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var answers = new ArrayList<CompletableFuture<State>>();
        for (var check : checks)
            answers.add(asked.computeIfAbsent(question + check.component(), key -> ask(key, check, detail)));
        var states = new ArrayList<State>();
        for (int i = 0; i < checks.size(); i++)
            states.add(answer(checks.get(i), answers.get(i), end - System.nanoTime()));
        states.sort(Comparator.comparing(State::component));
        return states;
    }

    private CompletableFuture<State> ask(String key, HealthCheck check, Function<HealthCheck, String> detail) {
        var answer = new CompletableFuture<State>();
        THREADS.execute(() -> {
            var state = state(check, detail);
            asked.remove(key);
            answer.complete(state);
        });
        return answer;
    }

    private static State answer(HealthCheck check, CompletableFuture<State> answer, long nanos) {
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            return State.bad(check, "it does not answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return State.bad(check, "the program stops");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static State state(HealthCheck check, Function<HealthCheck, String> detail) {
        try {
            var fault = check.fault();
            return new State(check.component(), check.vital(), check.shared(), fault,
                    fault.isPresent() ? "" : detail.apply(check));
        } catch (RuntimeException broken) {
            return State.bad(check, broken.getMessage() == null ? broken.toString() : broken.getMessage());
        }
    }

    /// @param vital that nothing can be answered without it
    /// @param shared that all nodes see the same
    /// @param fault what is wrong, absent where all is well
    /// @param detail a figure or two where all is well
    public record State(String component, boolean vital, boolean shared, Optional<String> fault, String detail) {

        private static State bad(HealthCheck check, String reason) {
            return new State(check.component(), check.vital(), check.shared(), Optional.of(reason), "");
        }

        public boolean good() {
            return fault.isEmpty();
        }
    }
}

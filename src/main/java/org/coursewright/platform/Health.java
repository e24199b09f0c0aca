package org.coursewright.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Asks all components how they are.
@Component
public class Health {

    private final List<HealthCheck> checks;

    Health(List<HealthCheck> checks) {
        this.checks = checks;
    }

    /// In the order of their names, without figures: balancers ask often.
    public List<State> states() {
        return states(_ -> "");
    }

    /// The same for people, with figures.
    public List<State> report() {
        return states(HealthCheck::detail);
    }

    private List<State> states(Function<HealthCheck, String> detail) {
        return checks.stream()
                .map(check -> state(check, detail))
                .sorted(Comparator.comparing(State::component))
                .toList();
    }

    private static State state(HealthCheck check, Function<HealthCheck, String> detail) {
        try {
            var fault = check.fault();
            return new State(check.component(), fault, fault.isPresent() ? "" : detail.apply(check));
        } catch (RuntimeException broken) {
            var reason = broken.getMessage() == null ? broken.toString() : broken.getMessage();
            return new State(check.component(), Optional.of(reason), "");
        }
    }

    /// @param fault what is wrong, absent where all is well
    /// @param detail a figure or two where all is well
    public record State(String component, Optional<String> fault, String detail) {

        public boolean good() {
            return fault.isEmpty();
        }
    }
}

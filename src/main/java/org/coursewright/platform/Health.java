package org.coursewright.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks all components how they are.
@Component
public class Health {

    private final List<HealthCheck> checks;

    Health(List<HealthCheck> checks) {
        this.checks = checks;
    }

    /// In the order of their names.
    public List<State> states() {
        return checks.stream()
                .map(check -> new State(check.component(), fault(check)))
                .sorted(Comparator.comparing(State::component))
                .toList();
    }

    private static Optional<String> fault(HealthCheck check) {
        try {
            return check.fault();
        } catch (RuntimeException broken) {
            return Optional.of(broken.getMessage() == null ? broken.toString() : broken.getMessage());
        }
    }

    /// @param fault what is wrong, absent where all is well
    public record State(String component, Optional<String> fault) {

        public boolean good() {
            return fault.isEmpty();
        }
    }
}

package org.coursewright.platform;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether the data folder has room left.
@Component
class DiskHealth implements HealthCheck {

    private static final long LEAST = 500L << 20;

    private final Settings settings;

    DiskHealth(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String component() {
        return "disk";
    }

    @Override
    public Optional<String> fault() {
        long free = settings.data().toFile().getUsableSpace();
        return free >= LEAST
                ? Optional.empty()
                : Optional.of("only " + (free >> 20) + " MB are left in " + settings.data());
    }

    @Override
    public String detail() {
        var folder = settings.data().toFile();
        return "%d of %d GB free".formatted(folder.getUsableSpace() >> 30, folder.getTotalSpace() >> 30);
    }
}

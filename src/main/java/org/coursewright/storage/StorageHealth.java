package org.coursewright.storage;

import java.util.Optional;
import org.coursewright.platform.HealthCheck;
import org.springframework.stereotype.Component;

/// Whether files can be written.
@Component
class StorageHealth implements HealthCheck {

    private final Storage storage;

    StorageHealth(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String component() {
        return "storage";
    }

    @Override
    public Optional<String> fault() {
        return storage.fault();
    }
}

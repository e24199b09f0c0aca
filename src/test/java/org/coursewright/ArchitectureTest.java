package org.coursewright;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void modulesKeepToTheirWrittenDependencies() {
        ApplicationModules.of(Coursewright.class).verify();
    }
}

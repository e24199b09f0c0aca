package org.coursewright.monitoring;

import java.io.IOException;

/// Where people hear of alerts.
interface AlertDoor {

    /// @throws IOException when it did not arrive; it is tried again
    void tell(AlertNews news) throws IOException, InterruptedException;
}

package org.coursewright.identity;

import org.coursewright.school.OnPlatform;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A terminal asks whether it was approved.
@OnPlatform
@RestController
class DevicePollController {

    private final DeviceLogins logins;

    DevicePollController(DeviceLogins logins) {
        this.logins = logins;
    }

    @PostMapping("/api/v1/device/poll")
    DeviceAnswer create(@RequestBody Poll poll) {
        return logins.poll(poll.device());
    }

    /// @param device the terminal's secret
    record Poll(String device) {}
}

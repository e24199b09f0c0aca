package org.coursewright.identity;

import org.coursewright.school.OnPlatform;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// A terminal begins to sign in.
@OnPlatform
@RestController
class DeviceLoginController {

    private final DeviceLogins logins;

    DeviceLoginController(DeviceLogins logins) {
        this.logins = logins;
    }

    @PostMapping("/api/v1/device")
    DeviceStart create() {
        return logins.start();
    }
}

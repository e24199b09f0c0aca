package org.coursewright.api;

import org.coursewright.content.PushAnswer;
import org.coursewright.content.PushOrder;
import org.coursewright.content.Pushes;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The first step of a push: all files by hash; the answer names those to send.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/pushes")
class PushController {

    private final Pushes pushes;

    PushController(Pushes pushes) {
        this.pushes = pushes;
    }

    @PostMapping
    ResponseEntity<PushAnswer> create(Caller caller, @RequestBody PushOrder order) {
        return Answers.of(pushes.begin(caller.school(), order, caller.name()));
    }
}

package org.coursewright.api;

import org.coursewright.content.PushAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What became of a push, as a status.
final class Answers {

    private Answers() {}

    static ResponseEntity<PushAnswer> of(PushAnswer answer) {
        var status = switch (answer) {
            case PushAnswer.Wanted _ -> HttpStatus.OK;
            case PushAnswer.Committed _ -> HttpStatus.CREATED;
            case PushAnswer.Stale _ -> HttpStatus.CONFLICT;
            case PushAnswer.Removing _,PushAnswer.Faulty _,PushAnswer.Refused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ResponseEntity.status(status).body(answer);
    }
}

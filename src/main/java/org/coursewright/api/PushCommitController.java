package org.coursewright.api;

import java.io.IOException;
import org.coursewright.content.Commits;
import org.coursewright.content.PushAnswer;
import org.coursewright.school.OnPlatform;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The last step of a push: its files become a revision, or the answer says why not.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/pushes/{code}/commit")
class PushCommitController {

    private final Commits commits;

    PushCommitController(Commits commits) {
        this.commits = commits;
    }

    @PostMapping
    ResponseEntity<PushAnswer> create(Caller caller, @PathVariable String code, @RequestBody CommitOrder order)
            throws IOException {
        return Answers.of(commits.commit(caller.school(), code, order.allowRemovals()));
    }

    /// @param allowRemovals that content disappears is meant
    record CommitOrder(boolean allowRemovals) {}
}

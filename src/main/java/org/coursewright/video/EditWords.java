package org.coursewright.video;

import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revisions;
import org.coursewright.platform.Flash;
import org.coursewright.school.School;
import org.springframework.stereotype.Component;

/// Says on the next page what came of an edit.
@Component
class EditWords {

    private final Revisions revisions;

    EditWords(Revisions revisions) {
        this.revisions = revisions;
    }

    /// @param live what is said when people see it now
    /// @param held what is said when a newer revision is held back, with its number
    /// @return whether the edit is made
    boolean said(School school, PushAnswer answer, Flash flash, String live, String held) {
        switch (answer) {
            case PushAnswer.Committed committed -> {
                if (revisions.get(school, committed.revisionId()).live()) flash.ok(live);
                else
                    flash.ok(held, committed.number());
                return true;
            }
            case PushAnswer.Stale stale -> flash.bad("video.replace.stale", stale.files().stream().findFirst()
                    .map(PushAnswer.NewerFile::author).orElse("?"));
            case PushAnswer.Faulty faulty -> flash.bad("video.edit.faulty", faulty.findings().getFirst());
            case PushAnswer.Refused refused -> flash.bad("video.edit.faulty", refused.reason());
            case PushAnswer.Wanted _,PushAnswer.Removing _ -> flash.bad("video.replace.gone");
        }
        return false;
    }
}

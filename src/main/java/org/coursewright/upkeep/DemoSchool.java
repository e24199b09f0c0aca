package org.coursewright.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.coursewright.content.FolderPush;
import org.coursewright.content.Publications;
import org.coursewright.content.PushAnswer;
import org.coursewright.content.Revisions;
import org.coursewright.identity.Accounts;
import org.coursewright.identity.NewSchools;
import org.coursewright.job.GivenUp;
import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;
import org.coursewright.platform.EmailAddress;
import org.coursewright.platform.Slug;
import org.coursewright.school.School;
import org.coursewright.school.Schools;
import org.springframework.stereotype.Component;

/// Loads the manual as the school of Ada, by the same way as any author's push. Safe to repeat.
@Component
class DemoSchool implements JobHandler<DemoSchool.Load> {

    static final JobKind<Load> KIND = new JobKind<>("demo-school", Load.class, Lane.SHORT, 5);
    static final EmailAddress ADA = new EmailAddress("ada@example.org");
    static final Slug SLUG = new Slug("ada");

    private final Schools schools;
    private final Accounts accounts;
    private final NewSchools newSchools;
    private final FolderPush push;
    private final Revisions revisions;
    private final Publications publications;

    DemoSchool(
            Schools schools,
            Accounts accounts,
            NewSchools newSchools,
            FolderPush push,
            Revisions revisions,
            Publications publications) {
        this.schools = schools;
        this.accounts = accounts;
        this.newSchools = newSchools;
        this.push = push;
        this.revisions = revisions;
        this.publications = publications;
    }

    boolean isLoaded() {
        return schools.find(SLUG).flatMap(publications::live).isPresent();
    }

    @Override
    public JobKind<Load> kind() {
        return KIND;
    }

    @Override
    public void run(Load load) throws IOException {
        if (isLoaded()) return;
        accounts.name(accounts.ensure(ADA), "Ada Meyer");
        var school = newSchools.make(SLUG, "Ada", ADA, "Coursewright").orElseGet(() -> schools.get(SLUG));
        var folder = Files.createTempDirectory("manual");
        try {
            Manual.copyTo(folder);
            publish(school, push.push(school, folder, "", ADA.value(), "The manual"));
        } finally {
            delete(folder);
        }
    }

    private void publish(School school, PushAnswer answer) {
        if (!(answer instanceof PushAnswer.Committed committed)) throw new GivenUp("The manual has faults: " + answer);
        publications.publish(school, revisions.get(school, committed.revisionId()), ADA.value());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        }
    }

    /// Nothing to say: there is one manual.
    record Load() {}
}

package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coursewright.platform.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsTest {

    private static final String ROLES = """
            title: Roles

            A role has no long-term credentials. A service assumes a role, and gets keys that live for an hour.
            """;
    private static final String USERS = """
            title: Users

            People sign in as users. Give each of them only what they need, in groups rather than one by one.
            """;

    @TempDir
    Path data;
    private Author ada;

    @BeforeEach
    void aSchoolWithTwoParts() throws Exception {
        ada = new Author(data);
        ada.folder.put("things/iam/01-roles.txt", ROLES);
        ada.folder.put("things/iam/02-users.txt", USERS);
    }

    @Test
    void theFirstPushMakesARevisionWithAPreviewAndIds() throws Exception {
        var first = ada.pushed();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.preview()).matches("http://[a-z0-9]{20}--ada\\.localhost:8080/");
        assertThat(first.summary().added()).extracting(RevisionSummary.Change::title)
                .containsExactlyInAnyOrder("iam", "Roles", "Users");
        assertThat(IdsLock.parse(first.idsLock()).find("part", "things/iam/01-roles.txt")).isPresent();
        var content = ada.versions.of(ada.school, first.revisionId());
        var thing = content.ofKind("thing").getFirst();
        assertThat(content.members(thing)).extracting(Version::title).containsExactly("Roles", "Users");
    }

    @Test
    void anEditCostsOneVersionOneContainerAndOneRevision() throws Exception {
        ada.pushed();
        long versions = ada.count("version");
        ada.folder.put("things/iam/02-users.txt", USERS + "And remove them when they leave.\n");
        var second = ada.pushed();
        assertThat(ada.count("version") - versions).isEqualTo(2);
        assertThat(ada.count("revision")).isEqualTo(2);
        assertThat(second.summary().changed()).extracting(RevisionSummary.Change::title).containsExactly("Users");
        assertThat(second.summary().added()).isEmpty();
    }

    @Test
    void theSameFilesMakeNoSecondRevision() throws Exception {
        var first = ada.pushed();
        var again = ada.pushed();
        assertThat(again.unchanged()).isTrue();
        assertThat(again.revisionId()).isEqualTo(first.revisionId());
        assertThat(ada.count("revision")).isEqualTo(1);
    }

    @Test
    void repeatingAPushGivesTheSameAnswer() throws Exception {
        ada.begin("the-same-code", "", null);
        ada.send();
        var first = ada.commits.commit(ada.school, "the-same-code", false);
        assertThat(ada.begin("the-same-code", "", null)).isEqualTo(new PushAnswer.Wanted(List.of()));
        assertThat(ada.commits.commit(ada.school, "the-same-code", false)).isEqualTo(first);
        assertThat(ada.count("revision")).isEqualTo(1);
        ada.folder.put("things/iam/03-groups.txt", "title: Groups");
        assertThat(ada.begin("the-same-code", "", null)).isInstanceOf(PushAnswer.Refused.class);
    }

    @Test
    void aPushOnAnOldBaseNamesTheFilesAndTheirAuthors() throws Exception {
        ada.pushed();
        ada.folder.put("things/iam/02-users.txt", USERS + "Changed by ada.");
        ada.pushed();
        ada.folder.put("things/iam/02-users.txt", USERS);
        ada.folder.put("things/iam/01-roles.txt", ROLES + "Changed by somebody with an old folder.");
        var stale = (PushAnswer.Stale) ada.push("", 1, false);
        assertThat(stale.head()).isEqualTo(2);
        assertThat(stale.files())
                .extracting(PushAnswer.NewerFile::path, PushAnswer.NewerFile::author)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("things/iam/02-users.txt", "ada@example.org"));
    }

    @Test
    void aPushThatHasEverythingNewerIsNotStale() throws Exception {
        ada.pushed();
        ada.folder.put("things/iam/02-users.txt", USERS + "Changed by ada.");
        ada.pushed();
        ada.folder.put("things/iam/01-roles.txt", ROLES + "Changed by somebody who merged with Git.");
        assertThat(ada.push("", 1, false)).isInstanceOf(PushAnswer.Committed.class);
        assertThat(ada.push("", null, false)).isInstanceOf(PushAnswer.Committed.class);
    }

    @Test
    void onlyWhatIsMissingIsAskedFor() throws Exception {
        assertThat(((PushAnswer.Wanted) ada.begin("first-push", "", null)).missing()).hasSize(2);
        ada.pushed();
        ada.folder.put("things/iam/03-groups.txt", "title: Groups");
        assertThat(((PushAnswer.Wanted) ada.begin("second-push", "", 1)).missing()).hasSize(1);
    }

    @Test
    void aCommitBeforeAllFilesAreThereAsksForThem() throws Exception {
        ada.begin("not-sent-yet", "", null);
        assertThat(((PushAnswer.Wanted) ada.commits.commit(ada.school, "not-sent-yet", false)).missing()).hasSize(2);
        assertThat(ada.count("revision")).isZero();
    }

    @Test
    void aRenamedFileKeepsItsIdThroughItsText() throws Exception {
        long before = ada.part(ada.versions.of(ada.school, ada.pushed().revisionId()), "things/iam/01-roles.txt")
                .contentId();
        ada.folder.put("things/iam/07-who-is-who.txt", ada.folder.remove("things/iam/01-roles.txt") + "More.\n");
        var second = (PushAnswer.Committed) ada.push();
        var after = ada.part(ada.versions.of(ada.school, second.revisionId()), "things/iam/07-who-is-who.txt");
        assertThat(after.contentId()).isEqualTo(before);
        assertThat(second.summary().moved()).extracting(RevisionSummary.Change::from)
                .containsExactly("things/iam/01-roles.txt");
        assertThat(second.warnings()).extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("This is taken for things/iam/01-roles.txt");
    }

    @Test
    void aFolderWithoutItsLockKeepsIdsByPath() throws Exception {
        var first = ada.pushed();
        ada.folder.remove(IdsLock.PATH);
        ada.folder.put("things/iam/01-roles.txt", "title: Something else\n\nWith another text altogether.");
        var second = (PushAnswer.Committed) ada.push();
        assertThat(second.idsLock()).isEqualTo(first.idsLock());
    }

    @Test
    void anIdOfTheAuthorOutlivesAnyMove() throws Exception {
        ada.folder.put("things/iam/03-groups.txt", "id: groups\ntitle: Groups\n\nOne.");
        long before = ada.part(ada.versions.of(ada.school, ada.pushed().revisionId()), "things/iam/03-groups.txt")
                .contentId();
        ada.folder.remove("things/iam/03-groups.txt");
        ada.folder.put("things/other/01-teams.txt", "id: groups\ntitle: Teams\n\nAll is new here.");
        var second = ada.pushed();
        assertThat(ada.part(ada.versions.of(ada.school, second.revisionId()), "things/other/01-teams.txt")
                .contentId()).isEqualTo(before);
    }

    @Test
    void removingIsSaidAloud() throws Exception {
        ada.uses.add((school, contents) -> Map.of(contents.iterator().next(), 214));
        ada.pushed();
        ada.folder.remove("things/iam/01-roles.txt");
        var removing = (PushAnswer.Removing) ada.push("", 1, false);
        assertThat(removing.removed()).extracting(RevisionSummary.Change::title, RevisionSummary.Change::students)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Roles", 214));
        assertThat(ada.count("revision")).isEqualTo(1);
        var meant = (PushAnswer.Committed) ada.push("", 1, true);
        assertThat(meant.summary().removed()).hasSize(1);
    }

    @Test
    void errorsStopThePushAndNothingIsWritten() throws Exception {
        ada.folder.put("things/iam/03-groups.txt", "title: wrong");
        var faulty = (PushAnswer.Faulty) ada.push();
        assertThat(faulty.findings()).extracting(Finding::toString)
                .containsExactly("things/iam/03-groups.txt:1: error: This title is wrong. Take another one.");
        assertThat(ada.count("content") + ada.count("revision") + ada.count("version")).isZero();
    }

    @Test
    void whatFailsHalfwayLeavesNothing() throws Exception {
        ada.listeners.add((school, revision, content) -> {
            throw new IllegalStateException("the power is gone");
        });
        assertThatThrownBy(() -> ada.push()).hasMessage("the power is gone");
        assertThat(ada.count("content") + ada.count("revision") + ada.count("version") + ada.count("source")).isZero();
        ada.listeners.clear();
        assertThat(ada.pushed().number()).isEqualTo(1);
    }

    @Test
    void listenersHearOfTheWholeRevision() throws Exception {
        ada.listeners.add((school, revision, content) -> assertThat(content.versions()).hasSize(3));
        ada.pushed();
    }

    @Test
    void aReferenceIsKnownByTheIdOfItsTarget() throws Exception {
        ada.folder.put("things/s3/01-buckets.txt", "title: Buckets\nsee: iam\n\nThey hold files.");
        var content = ada.versions.of(ada.school, ada.pushed().revisionId());
        assertThat(ada.part(content, "things/s3/01-buckets.txt").references())
                .isEqualTo(Map.of("iam", ada.part(content, "things/iam").contentId()));
    }

    @Test
    void aPartOfASchoolRefersToTheRestOfIt() throws Exception {
        ada.folder.put("things/iam/01-roles.txt", ROLES.replace("\n\n", "\nsee: s3\n\n"));
        var iam = Map.copyOf(ada.folder);
        ada.folder.clear();
        ada.folder.put("01-roles.txt", iam.get("things/iam/01-roles.txt"));
        var refused = (PushAnswer.Faulty) ada.push("things/iam", null, false);
        assertThat(refused.findings()).extracting(Finding::message)
                .containsExactly("'s3' leads nowhere: neither this folder nor the rest of the school has it.");
        ada.folder.clear();
        ada.folder.put("01-buckets.txt", "title: Buckets");
        assertThat(ada.push("things/s3", null, false)).isInstanceOf(PushAnswer.Committed.class);
        ada.folder.clear();
        ada.folder.put("01-roles.txt", iam.get("things/iam/01-roles.txt"));
        assertThat(ada.push("things/iam", null, false)).isInstanceOf(PushAnswer.Committed.class);
    }

    @Test
    void oneFolderCannotComeFromTwoSources() throws Exception {
        ada.pushed();
        ada.folder.clear();
        ada.folder.put("01-roles.txt", ROLES);
        assertThat(((PushAnswer.Refused) ada.push("things/iam", null, false)).reason())
                .startsWith("The files of things/iam come both from there and from the folder of the whole school");
    }

    @Test
    void anIdOfAnotherSourceIsRefusedByName() throws Exception {
        ada.folder.clear();
        ada.folder.put("01.txt", "id: roles\ntitle: Roles");
        ada.push("things/iam", null, false);
        ada.folder.clear();
        ada.folder.put("01.txt", "id: roles\ntitle: Roles");
        assertThat(((PushAnswer.Faulty) ada.push("things/s3", null, false)).findings())
                .extracting(Finding::message)
                .containsExactly("The id 'roles' belongs to things/iam/01.txt of this school already. "
                        + "Give it another 'id:'.");
    }

    @Test
    void anotherSchoolSeesNeitherPushesNorRevisionsNorFiles() throws Exception {
        var first = ada.pushed();
        ada.begin("a-push-of-ada", "", 1);
        var bob = ada.school("bob");
        assertThatThrownBy(() -> ada.commits.commit(bob, "a-push-of-ada", false)).isInstanceOf(NotFound.class);
        assertThat(ada.revisions.find(bob, first.revisionId())).isEmpty();
        assertThat(ada.versions.of(bob, first.revisionId()).versions()).isEmpty();
        assertThat(ada.pushes.missing(bob, ada.tree())).hasSize(3);
    }

    @Test
    void anEditAmongFiveHundredPartsIsAMatterOfAMoment() throws Exception {
        for (int i = 0; i < 500; i++)
            ada.folder.put("things/iam/x" + i + ".txt", "title: Part " + i + "\n\nText of part number " + i + ".");
        var first = ada.pushed();
        ada.publish(first.revisionId());
        ada.folder.put("things/iam/x250.txt", "title: Part 250\n\nEdited.");
        ada.begin("an-edit-of-500", "", first.number());
        ada.send();
        long start = System.nanoTime();
        var edit = (PushAnswer.Committed) ada.commits.commit(ada.school, "an-edit-of-500", false);
        long committed = System.nanoTime();
        ada.publish(edit.revisionId());
        long published = System.nanoTime();
        assertThat(edit.summary().changed()).hasSize(1);
        assertThat(Duration.ofNanos(committed - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(published - committed)).isLessThan(Duration.ofSeconds(1));
        System.err.println("commit " + (committed - start) / 1_000_000 + " ms, publish "
                + (published - committed) / 1_000_000 + " ms");
    }
}

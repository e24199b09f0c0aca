package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.platform.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {

    private static final String FILM = "things/iam/roles.bin";

    @TempDir
    Path data;
    private Author ada;

    @BeforeEach
    void aSchoolWithAFilm() throws Exception {
        ada = new Author(data);
        ada.folder.put("things/iam/01-roles.txt", "title: Roles\nfile: roles.bin\n\nA role has no credentials.");
        ada.folder.put(FILM, "the first film");
        ada.publish(ada.pushed().revisionId());
    }

    @Test
    void aFileIsReplacedAndLiveAndTheContentKeepsItsIdentity() throws Exception {
        var before = ada.part(ada.versions.live(ada.school), "things/iam/01-roles.txt");
        var answer = edit(1, FILM, "the second film");
        assertThat(answer).isInstanceOf(PushAnswer.Committed.class);
        var after = ada.part(ada.versions.live(ada.school), "things/iam/01-roles.txt");
        assertThat(after.contentId()).isEqualTo(before.contentId());
        assertThat(after.stableId()).isEqualTo(before.stableId());
        assertThat(after.files()).isNotEqualTo(before.files());
        var head = ada.revisions.head(ada.school, "").orElseThrow();
        assertThat(head.author()).isEqualTo("bob@example.org");
        assertThat(head.live()).isTrue();
    }

    @Test
    void theSameEditAgainMakesNothingNew() throws Exception {
        edit(1, FILM, "the second film");
        var again = (PushAnswer.Committed) edit(1, FILM, "the second film");
        assertThat(again.unchanged()).isTrue();
        assertThat(again.number()).isEqualTo(2);
        assertThat(ada.count("revision")).isEqualTo(2);
    }

    @Test
    void whoDoesNotKnowANewerStateOfThatFileIsRefused() throws Exception {
        edit(1, FILM, "the second film");
        var stale = (PushAnswer.Stale) edit(1, FILM, "another second film");
        assertThat(stale.head()).isEqualTo(2);
        assertThat(stale.files()).extracting(PushAnswer.NewerFile::path).containsExactly(FILM);
        assertThat(ada.count("revision")).isEqualTo(2);
    }

    @Test
    void otherFilesMayHaveChangedMeanwhile() throws Exception {
        ada.folder.put("things/iam/02-users.txt", "title: Users\n\nPeople sign in as users.");
        ada.publish(ada.pushed().revisionId());
        edit(1, FILM, "the second film");
        assertThat(ada.versions.live(ada.school).ofKind("part")).extracting(Version::title)
                .containsExactly("Roles", "Users");
    }

    @Test
    void whatIsHeldBackStaysHeldBack() throws Exception {
        ada.folder.put("things/iam/02-users.txt", "title: Users\n\nNot for everybody yet.");
        ada.pushed();
        var answer = (PushAnswer.Committed) edit(2, FILM, "the second film");
        assertThat(ada.revisions.get(ada.school, answer.revisionId()).live()).isFalse();
        assertThat(ada.versions.live(ada.school).ofKind("part")).extracting(Version::title).containsExactly("Roles");
    }

    @Test
    void anEditWithErrorsChangesNothing() throws Exception {
        var faulty = (PushAnswer.Faulty) edit(1, "things/iam/02-users.txt", "title: wrong");
        assertThat(faulty.findings()).extracting(Finding::path).contains("things/iam/02-users.txt");
        assertThat(ada.count("revision")).isEqualTo(1);
    }

    @Test
    void anotherSchoolsRevisionIsNoBase() {
        var bob = ada.school("bob");
        assertThatThrownBy(() -> ada.edits.apply(bob, new Edit("", 1, new TreeMap<>(), ""), "bob@example.org"))
                .isInstanceOf(NotFound.class);
    }

    private PushAnswer edit(int base, String path, String text) throws Exception {
        var blob = ada.blobs.put(ada.school, text.getBytes(StandardCharsets.UTF_8), "text/plain");
        var files = new TreeMap<>(Map.of(path, new TreeFile(blob.hash(), blob.size())));
        return ada.edits.apply(ada.school, new Edit("", base, files, "A better take"), "bob@example.org");
    }
}

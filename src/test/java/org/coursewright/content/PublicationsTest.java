package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {

    @TempDir
    Path data;
    private Author ada;

    @BeforeEach
    void open() throws Exception {
        ada = new Author(data);
    }

    @Test
    void nothingIsLiveBeforeTheFirstPublication() throws Exception {
        push("one");
        assertThat(ada.versions.live(ada.school).versions()).isEmpty();
        assertThat(ada.publications.live(ada.school)).isEmpty();
    }

    @Test
    void whatIsPublishedIsLiveUntilTheNextPublication() throws Exception {
        long one = push("one");
        long two = push("two");
        ada.publish(one);
        assertThat(liveBody()).isEqualTo("one");
        assertThat(ada.revisions.get(ada.school, one).live()).isTrue();
        ada.publish(two);
        assertThat(liveBody()).isEqualTo("two");
        assertThat(ada.revisions.latest(ada.school, 10)).extracting(Revision::live).containsExactly(true, false);
    }

    @Test
    void publishingWhatIsLiveChangesNothing() throws Exception {
        long one = push("one");
        var first = ada.publish(one);
        assertThat(ada.publish(one)).isEqualTo(first);
    }

    @Test
    void rollingBackGoesFurtherEachTime() throws Exception {
        for (var text : List.of("one", "two", "three"))
            ada.publish(push(text));
        ada.rollback();
        assertThat(liveBody()).isEqualTo("two");
        ada.publish(push("four"));
        ada.rollback();
        assertThat(liveBody()).isEqualTo("two");
        ada.rollback();
        assertThat(liveBody()).isEqualTo("one");
        assertThatThrownBy(() -> ada.rollback()).isInstanceOf(NothingToRollBack.class);
        assertThat(liveBody()).isEqualTo("one");
    }

    @Test
    void aRollbackKeepsTheNewestKey() throws Exception {
        ada.folder.put("things/iam/q.txt", "id: q\nkey: A\n\nWhich one?");
        long wrong = push("one");
        ada.publish(wrong);
        assertThat(publishedKey()).isEqualTo("A");
        ada.folder.put("things/iam/q.txt", "id: q\nkey: B\n\nWhich one?");
        long corrected = push("two");
        assertThat(publishedKey()).isEqualTo("A");
        ada.publish(corrected);
        assertThat(publishedKey()).isEqualTo("B");
        ada.rollback();
        assertThat(liveBody()).isEqualTo("one");
        assertThat(publishedKey()).isEqualTo("B");
        ada.folder.put("things/iam/q.txt", "id: q\nkey: A\n\nWhich one?");
        ada.publish(push("three"));
        assertThat(publishedKey()).isEqualTo("A");
    }

    @Test
    void aCorrectedKeyIsAChangeWithoutANewVersion() throws Exception {
        ada.folder.put("things/iam/q.txt", "id: q\nkey: A\n\nWhich one?");
        ada.pushed();
        long versions = ada.count("version");
        ada.folder.put("things/iam/q.txt", "id: q\nkey: B\n\nWhich one?");
        assertThat(ada.pushed().summary().changed()).extracting(RevisionSummary.Change::title).containsExactly("q");
        assertThat(ada.count("version")).isEqualTo(versions);
    }

    @Test
    void aKeyIsNeverAmongWhatIsRead() throws Exception {
        ada.folder.put("things/iam/q.txt", "id: q\nkey: SECRET\n\nWhich one?");
        ada.publish(ada.pushed().revisionId());
        assertThat(ada.versions.live(ada.school).versions().toString()).doesNotContain("SECRET");
    }

    @Test
    void projectionsSeeWhatIsLiveInTheSameTransaction() throws Exception {
        ada.projections.add((school, publication, content) -> assertThat(content.versions()).hasSize(2));
        ada.publish(push("one"));
        ada.projections.add((school, publication, content) -> {
            throw new IllegalStateException("no page fits");
        });
        long two = push("two");
        assertThatThrownBy(() -> ada.publish(two)).hasMessage("no page fits");
        assertThat(liveBody()).isEqualTo("one");
        assertThat(ada.revisions.get(ada.school, two).live()).isFalse();
    }

    @Test
    void publishingOneSourceLeavesTheOthers() throws Exception {
        ada.folder.put("01.txt", "title: Roles");
        var iam = (PushAnswer.Committed) ada.push("things/iam", null, false);
        ada.folder.put("01.txt", "title: Buckets");
        var s3 = (PushAnswer.Committed) ada.push("things/s3", null, false);
        ada.publish(iam.revisionId());
        assertThat(ada.versions.live(ada.school).ofKind("thing")).hasSize(1);
        assertThat(ada.versions.preview(ada.school, s3.revisionId()).ofKind("thing")).hasSize(2);
        ada.publish(s3.revisionId());
        assertThat(ada.versions.live(ada.school).ofKind("part")).extracting(Version::title)
                .containsExactly("Roles", "Buckets");
    }

    private long push(String body) throws Exception {
        ada.folder.put("things/iam/01.txt", "title: One\n\n" + body);
        return ada.pushed().revisionId();
    }

    private String liveBody() {
        return ada.part(ada.versions.live(ada.school), "things/iam/01.txt").body();
    }

    private String publishedKey() {
        return ada.jdbc.sql("""
                        select sealed #>> '{}' as key
                        from published_key
                        join question_key on question_key.id = published_key.key_id
                        """)
                .query((row, _) -> row.getString("key"))
                .single();
    }
}

package org.coursewright.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsLockTest {

    @Test
    void itIsSortedAndReadAsItWasWritten() {
        var lock = new IdsLock();
        lock.put("page", "pages/b c.md", "p2");
        lock.put("question", "banks/a.md#why", "q1");
        lock.put("page", "pages/a.md", "p1");
        assertThat(lock.toString()).isEqualTo("""
                # Ids of what has none of its own. Written by Coursewright: keep this file.
                question q1 banks/a.md#why
                page p1 pages/a.md
                page p2 pages/b c.md
                """);
        assertThat(IdsLock.parse(lock.toString()).toString()).isEqualTo(lock.toString());
        assertThat(IdsLock.parse(lock.toString()).find("page", "pages/b c.md")).contains("p2");
    }

    @Test
    void whatMeansNothingIsPassedOver() {
        assertThat(IdsLock.parse("<<<<<<< HEAD\npage p1 pages/a.md\n=======\r\n\n").all())
                .containsOnlyKeys("pages/a.md page");
    }
}

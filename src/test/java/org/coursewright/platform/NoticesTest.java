package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coursewright.Database;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Database database = new Database();

    @Test
    void aNoticeReachesTheListenersOfItsTopicOnEveryNode() throws Exception {
        var here = node();
        var there = node();
        var heard = new CopyOnWriteArrayList<String>();
        there.listen("school", heard::add);
        there.listen("other", _ -> heard.add("wrong"));
        for (int i = 0; i < 100 && heard.isEmpty(); i++) { // the other node may not listen yet
            here.publish("school", "ada lovelace");
            Thread.sleep(Duration.ofMillis(50));
        }
        here.stop();
        there.stop();
        assertThat(heard).isNotEmpty().containsOnly("ada lovelace");
    }

    @Test
    void afterALostConnectionListenersHearThatTheyMayHaveMissedSome() throws Exception {
        var node = node();
        var heard = new CopyOnWriteArrayList<String>();
        node.listen("school", heard::add);
        for (int i = 0; i < 100 && heard.isEmpty(); i++) {
            node.publish("school", "first");
            Thread.sleep(Duration.ofMillis(50));
        }
        database.jdbc().sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where query like 'listen%' and datname = current_database()
                        """)
                .query((row, _) -> row.getBoolean(1))
                .list();
        for (int i = 0; i < 100 && !heard.contains(Notices.MISSED); i++)
            Thread.sleep(Duration.ofMillis(50));
        node.stop();
        assertThat(List.copyOf(heard)).contains(Notices.MISSED);
    }

    private Notices node() {
        var notices = new Notices(database.jdbc(), database.dataSource());
        notices.start();
        return notices;
    }
}

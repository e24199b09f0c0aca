package org.coursewright.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Work whose time has come and that nobody has begun, by lane.
@Repository
public class Backlog {

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> lanes() {
        return Arrays.stream(Lane.values()).map(lane -> lane.name().toLowerCase(Locale.ROOT)).toList();
    }

    public int due(String lane) {
        return switch (Lane.valueOf(lane.toUpperCase(Locale.ROOT))) {
            case SHORT -> count("select count(*) from short_task where not picked and execution_time <= now()");
            case TRANSCODE -> count("select count(*) from transcode_task where not picked and execution_time <= now()");
            case TRANSCRIBE ->
                count("select count(*) from transcribe_task where not picked and execution_time <= now()");
            case TRANSFER -> count("select count(*) from transfer_task where not picked and execution_time <= now()");
        };
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}

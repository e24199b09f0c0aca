package org.coursewright.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/// The queue: what is put in within a transaction exists once that commits.
@Component
public class Jobs {

    private final Map<Lane, SchedulerClient> lanes = new EnumMap<>(Lane.class);

    Jobs(DataSource database) {
        for (var lane : Lane.values())
            lanes.put(
                    lane,
                    SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                            .tableName(lane.table())
                            .serializer(new JsonArguments())
                            .build());
    }

    /// Puts work in, once for each key: the same kind and key that still waits or runs is left as it is.
    public <T> void enqueue(JobKind<T> kind, String key, T arguments) {
        enqueue(kind, key, arguments, Duration.ZERO);
    }

    public <T> void enqueue(JobKind<T> kind, String key, T arguments, Duration delay) {
        lane(kind).scheduleIfNotExists(new TaskInstance<>(kind.name(), key, arguments), Instant.now().plus(delay));
    }

    /// Brings waiting work forward to now; puts it in when it is gone.
    public <T> void retry(JobKind<T> kind, String key, T arguments) {
        var instance = new TaskInstance<>(kind.name(), key, arguments);
        var waiting = lane(kind).getScheduledExecution(instance).filter(execution -> !execution.isPicked());
        if (waiting.isPresent()) lane(kind).reschedule(instance, Instant.now(), arguments);
        else
            lane(kind).scheduleIfNotExists(instance, Instant.now());
    }

    private SchedulerClient lane(JobKind<?> kind) {
        return Objects.requireNonNull(lanes.get(kind.lane()));
    }
}

package org.coursewright.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Counts the rows of all tables as they are at one moment, though the program goes on writing: it waits for this moment
/// alone, and the counting happens in a snapshot of it.
final class RowCounts implements AutoCloseable {

    private static final int TRIES = 3;
    /// Less than a second, after which the database would look for who waits for whom, and end one of them.
    private static final String PATIENCE = "set local statement_timeout = '500ms'";
    private static final String CANCELLED = "57014";

    private final String url;
    private final List<String> tables;
    private @Nullable Connection holder;
    private boolean exact;

    /// @param url as a role that may lock every table
    RowCounts(String url) {
        this.url = url;
        this.tables = tables(new DriverManagerDataSource(url));
    }

    /// Nobody writes to a table until [#go], if that can be had in a moment.
    void stop() throws SQLException {
        for (int turn = 0; turn < TRIES && !exact; turn++)
            exact = begin(true);
        if (!exact) begin(false);
    }

    /// Lets everybody write again, and counts what was there.
    Map<String, Long> go() throws SQLException {
        if (holder == null) throw new IllegalStateException("nothing was stopped");
        try (var counter = DriverManager.getConnection(url)) {
            counter.setAutoCommit(false);
            counter.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            run(counter, "set transaction snapshot '" + snapshot(holder) + "'");
            holder.rollback();
            return count(counter, tables);
        }
    }

    /// Whether nobody wrote between [#stop] and [#go].
    boolean exact() {
        return exact;
    }

    /// The rows of a database that nobody writes to.
    static Map<String, Long> of(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return count(connection, tables(source));
        }
    }

    @Override
    public void close() throws SQLException {
        if (holder != null) holder.close();
    }

    private boolean begin(boolean locked) throws SQLException {
        close();
        var connection = DriverManager.getConnection(url);
        holder = connection;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        if (!locked || tables.isEmpty()) return locked;
        try {
            run(connection, PATIENCE);
            run(connection, "lock table " + String.join(", ", tables) + " in share mode"); // before the first snapshot
            run(connection, "set local statement_timeout = 0");
            return true;
        } catch (SQLException failed) {
            if (CANCELLED.equals(failed.getSQLState())) return false;
            throw failed;
        }
    }

    private static String snapshot(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_export_snapshot()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Map<String, Long> count(Connection connection, List<String> tables) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                try (var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }

    /// With schema and quotes, as SQL wants them.
    private static List<String> tables(DataSource source) {
        return new ArrayList<>(JdbcClient.create(source)
                .sql("""
                        select format('%I.%I', nspname, relname) as name
                        from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                        where relkind = 'r' and relpersistence = 'p'
                          and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%'
                        order by 1
                        """)
                .query((row, _) -> row.getString("name"))
                .list());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

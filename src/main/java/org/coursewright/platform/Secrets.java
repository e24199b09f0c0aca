package org.coursewright.platform;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Signing keys, made at first use and kept in a table, so that all nodes share them.
@Repository
public class Secrets {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Secrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public byte[] get(String name) {
        return known.computeIfAbsent(name, this::readOrMake).clone();
    }

    public Signature signature(String name) {
        return new Signature(get(name));
    }

    private byte[] readOrMake(String name) {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("""
                        insert into secret (name, value) values (:name, :value)
                        on conflict (name) do nothing
                        """)
                .param("name", name)
                .param("value", fresh)
                .update();
        return jdbc.sql("select value from secret where name = :name")
                .param("name", name)
                .query((row, _) -> row.getBytes("value"))
                .single();
    }
}

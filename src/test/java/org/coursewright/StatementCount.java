package org.coursewright;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Counts the statements that requests send to the database; those of jobs are not theirs.
final class StatementCount implements BeanPostProcessor {

    private final AtomicInteger count = new AtomicInteger();

    int get() {
        return count.get();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource source)) return bean;
        return proxy(DataSource.class, source, (answer, _) -> answer instanceof Connection connection
                ? proxy(Connection.class, connection, (made, _) -> switch (made) {
                    case PreparedStatement statement -> counted(PreparedStatement.class, statement);
                    case Statement statement -> counted(Statement.class, statement);
                    case null, default -> made;
                })
                : answer);
    }

    private <T> T counted(Class<T> type, T statement) {
        return proxy(type, statement, (answer, method) -> {
            if (method.startsWith("execute") && Thread.currentThread().getName().startsWith("tomcat-handler"))
                count.incrementAndGet();
            return answer;
        });
    }

    private interface Answered {
        Object with(Object answer, String method);
    }

    private static <T> T proxy(Class<T> type, T real, Answered answered) {
        InvocationHandler handler = (_, method, arguments) -> {
            try {
                return answered.with(method.invoke(real, arguments), method.getName());
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }
}

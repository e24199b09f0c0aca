package org.coursewright.platform;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// True when no address of a database is given: then we bring our own.
final class NoExternalDatabase implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().containsProperty("coursewright.database-url")
                && !context.getEnvironment().containsProperty("COURSEWRIGHT_DATABASE_URL");
    }
}

package org.coursewright.school;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Deny by default: a controller of ours that does not say on which hosts it lives stops the start.
@Component
class HostMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {

            /// On the methods: Spring asks for a condition of the type only where that has a mapping of its own.
            @Override
            protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
                var controller = method.getDeclaringClass();
                var hosts = OnHosts.of(controller);
                if (hosts.kinds().isEmpty() && controller.getName().startsWith("org.coursewright"))
                    throw new IllegalStateException(
                            controller.getName() + " needs @OnPlatform, @OnSchool or @OnPreview");
                return hosts.kinds().isEmpty() ? null : hosts;
            }
        };
    }
}

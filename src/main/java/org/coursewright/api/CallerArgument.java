package org.coursewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coursewright.identity.ApiToken;
import org.coursewright.identity.ApiTokens;
import org.coursewright.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives [Caller] to methods under `/api/v1/schools/{school}`: only a good token of that school reaches them.
/// Another school's token sees what it would see where there is no such school.
@Component
class CallerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ApiTokens tokens;

    CallerArgument(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var token = tokens.find(request)
                .orElseThrow(() -> new ApiRefusal(
                        HttpStatus.UNAUTHORIZED,
                        "This token is wrong or has expired. Sign in again: coursewright login"));
        if (!token.school().slug().value().equals(school(request))) throw new NotFound();
        var scope = parameter.hasParameterAnnotation(Enrolling.class) ? ApiToken.ENROL : ApiToken.PUSH;
        if (!token.scopes().contains(scope))
            throw new ApiRefusal(HttpStatus.FORBIDDEN, "This token may not do that: its scopes lack '" + scope
                    + "'. Make another one in the studio.");
        return new Caller(token.school(), token.bearer());
    }

    private static @Nullable Object school(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? variables.get("school")
                : null;
    }
}

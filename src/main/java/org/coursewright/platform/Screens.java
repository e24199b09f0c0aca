package org.coursewright.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives [Screen] and [Flash] to controller methods that ask for them.
@Component
class Screens implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Assets assets;

    Screens(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Screen.class || parameter.getParameterType() == Flash.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        return parameter.getParameterType() == Flash.class ? new Flash(response) : of(request, response);
    }

    Screen of(HttpServletRequest request, HttpServletResponse response) {
        var messages = Messages.in(Locale.forLanguageTag(Cookies.find(request, "language").orElse("en")));
        var scheme = Cookies.find(request, "scheme")
                .filter(chosen -> chosen.equals("light") || chosen.equals("dark"))
                .orElse("auto");
        return new Screen(messages, assets, scheme, request.getRequestURI(),
                Flash.hear(request, response, messages).orElse(null));
    }
}

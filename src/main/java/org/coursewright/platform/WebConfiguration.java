package org.coursewright.platform;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/// Typed pages as return values, value types as parameters.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Bean
    Templates templates() {
        return new StaticTemplates();
    }

    /// Before all controllers, on every host.
    @Bean
    SimpleUrlHandlerMapping assetMapping(AssetHandler assets) {
        return new SimpleUrlHandlerMapping(Map.of(Assets.FOLDER + "**", assets), -1);
    }

    /// The dispatcher binds the request to its thread already.
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new TypedPages());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Slug.class, (Converter<String, Slug>) text -> {
            if (!Slug.isValid(text)) throw new NotFound();
            return new Slug(text);
        });
        registry.addConverter(String.class, Hash.class, (Converter<String, Hash>) text -> {
            if (!Hash.isValid(text)) throw new NotFound();
            return new Hash(text);
        });
    }
}

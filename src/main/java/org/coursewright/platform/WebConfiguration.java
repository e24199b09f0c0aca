package org.coursewright.platform;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Typed pages as return values, value types as parameters.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

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

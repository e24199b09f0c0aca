package org.coursewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coursewright.platform.NotFound;
import org.coursewright.platform.Slug;
import org.coursewright.school.Schools;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives people to controller methods: only requests of such a person reach a method that asks for one.
@Component
class PersonArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Set<Class<?>> PEOPLE = Set.of(Student.class, Visitor.class, Browser.class, Account.class,
            Author.class, Operator.class);

    private final People people;
    private final Schools schools;
    private final Memberships memberships;

    PersonArguments(People people, Schools schools, Memberships memberships) {
        this.people = people;
        this.schools = schools;
        this.memberships = memberships;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return PEOPLE.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var type = parameter.getParameterType();
        if (type == Visitor.class) return new Visitor(people.student(request));
        if (type == Student.class) return people.student(request).orElseThrow(SignInNeeded::new);
        if (type == Browser.class) return people.browser(request).orElseThrow(SignInNeeded::new);
        var account = people.account(request).orElseThrow(SignInNeeded::new);
        if (type == Account.class) return account;
        if (type == Operator.class) return operator(account);
        return author(request, account);
    }

    private static Operator operator(Account account) {
        if (!account.operator()) throw new NotFound();
        return new Operator(account);
    }

    private Author author(HttpServletRequest request, Account account) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var slug = String.valueOf(variables.get("school"));
        if (!Slug.isValid(slug)) throw new NotFound();
        var school = schools.get(new Slug(slug));
        var role = memberships.role(school, account).orElseThrow(NotFound::new);
        return new Author(account, school, role);
    }
}

package org.coursewright.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// On the host of a school, what is not there looks like the school.
@Component
@Order(0)
class SiteErrorPages implements ErrorViewResolver {

    /// Where the page lies that says so.
    static final String NOT_FOUND = "/404";

    private final LiveSites sites;
    private final PageResponse pages;
    private final SitePolicy policy;

    SiteErrorPages(LiveSites sites, PageResponse pages, SitePolicy policy) {
        this.sites = sites;
        this.pages = pages;
        this.policy = policy;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (status != HttpStatus.NOT_FOUND || !(Place.of(request) instanceof Place.AtSchool(School school)))
            return null;
        if (!(sites.of(school).at(NOT_FOUND).orElse(null) instanceof StoredPage.Page page)) return null;
        return new ModelAndView((View) (_, asked, response) -> {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", policy.contentSecurity(Place.of(asked)));
            pages.write(school, page, asked, response);
        }, Map.of());
    }
}

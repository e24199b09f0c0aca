package org.coursewright.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.coursewright.school.Place;
import org.coursewright.school.School;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers for stored pages before anything else of the program takes part: one look into a map.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class StoredPageFilter extends OncePerRequestFilter {

    private final LiveSites sites;
    private final PageResponse pages;

    StoredPageFilter(LiveSites sites, PageResponse pages) {
        this.sites = sites;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads || !(Place.of(request) instanceof Place.AtSchool(School school))
                || !answered(school, request, response))
            chain.doFilter(request, response);
    }

    private boolean answered(School school, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = request.getRequestURI();
        if (path.equals(SiteErrorPages.NOT_FOUND)) return false;
        var site = sites.of(school);
        var found = site.at(path);
        if (found.isEmpty()) {
            boolean slash = path.length() > 1 && path.endsWith("/") && site.at(plain(path)).isPresent();
            if (slash) move(plain(path), request, response);
            return slash;
        }
        switch (found.get()) {
            case StoredPage.Page page -> pages.send(school, page, request, response);
            case StoredPage.Moved moved -> move(moved.to(), request, response);
        }
        return true;
    }

    private static String plain(String path) {
        return path.substring(0, path.length() - 1);
    }

    private static void move(String to, HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", query == null ? to : to + "?" + query);
        response.setHeader("Cache-Control", "public, max-age=60");
    }
}

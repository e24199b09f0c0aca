package org.coursewright.site;

/// A school on the platform's home page; public for its template.
public record SchoolLink(String name, String address) {}

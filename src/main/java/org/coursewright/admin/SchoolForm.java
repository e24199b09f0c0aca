package org.coursewright.admin;

/// A new school, as the operator typed it, and what is wrong with it; empty = nothing.
public record SchoolForm(String slug, String slugError, String owner, String ownerError) {

    static final SchoolForm EMPTY = new SchoolForm("", "", "", "");
}

package org.coursewright.api;

/// Why a request was not done, for people.
public record ApiError(String error) {}

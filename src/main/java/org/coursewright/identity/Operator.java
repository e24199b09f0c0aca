package org.coursewright.identity;

/// Somebody who runs the installation. A parameter of controller methods; for others there is no such page.
public record Operator(Account account) {}

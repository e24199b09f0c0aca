package org.coursewright.identity;

import org.coursewright.school.School;

/// Somebody who works at the school in `/studio/{school}/…`. A parameter of controller methods; for others there is
/// no such page.
public record Author(Account account, School school, Role role) {}

package org.coursewright.exam;

import java.util.List;

/// Who has more time, with what was typed into the form.
///
/// @param error what is wrong with the address; may be empty
public record AccommodationsPage(List<Accommodation> all, String email, String extra, String error) {}

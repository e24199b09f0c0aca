package org.coursewright.site;

import java.util.List;
import org.coursewright.content.About;
import org.coursewright.content.Alone;
import org.jspecify.annotations.Nullable;

/// The keys of `school.yaml`.
@About("The school: school.yaml. Every key can be left out.")
record SchoolKeys(
        @About("Stays for ever; there is one of these, so it is seldom needed.") @Nullable String id,
        @About("Name of the school.") @Nullable String name,
        @About("One sentence under the name.") @Nullable String tagline,
        @About("Language of the school, such as en or de-CH.") @Nullable String language,
        @About("Currency of prices, such as EUR.") @Nullable String currency,
        @About("Who sells: the legal identity for imprint and invoices.") @Nullable Seller seller,
        @About("Address for questions of students.") @Nullable String contact,
        @About("Who teaches.") List<Author> authors,
        @About("Name of the theme; default where there is none.") @Nullable String theme,
        @About("Picture of the school, a file.") @Nullable String logo) {

    /// The legal identity.
    record Seller(
            @Nullable String name, @Nullable String address, @Nullable String country, @Nullable String vat) {}

    /// @param about one or two sentences
    /// @param picture path of a file
    record Author(@Alone @Nullable String name, @Nullable String about, @Nullable String picture,
            @Nullable String url) {}
}

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
            @About("Name in full.") @Nullable String name,
            @About("Where letters reach it.") @Nullable String address,
            @About("Two letters, such as DE.") @Nullable String country,
            @About("VAT number.") @Nullable String vat) {}

    /// Somebody who teaches.
    record Author(
            @About("Their name.") @Alone @Nullable String name,
            @About("One or two sentences.") @Nullable String about,
            @About("A picture, by its path from the school's folder.") @Nullable String picture,
            @About("Where more about them stands.") @Nullable String url) {}
}

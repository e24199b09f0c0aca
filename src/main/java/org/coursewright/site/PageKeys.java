package org.coursewright.site;

import java.util.List;
import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The front matter of pages and posts.
@About("A free page: pages/NAME.md, or a post: blog/2026-11-22-NAME.md.")
record PageKeys(
        @About("Stays when the page is renamed; the server gives one where there is none.") @Nullable String id,
        @About("Name in the address; the file's name by default.") @Nullable String slug,
        @About("Title; the first heading or the file's name by default.") @Nullable String title,
        @About("One sentence for lists and search engines.") @Nullable String summary,
        @About("Of a post: its day, such as 2026-11-22; from the file's name by default.") @Nullable String date,
        @About("Of a post: who wrote it.") List<String> authors,
        @About("Place in the menu, 1 = the first; not in it by default.") @Nullable Integer menu,
        @About("true: not part of the site yet.") boolean draft) {}

package org.coursewright.content;

import java.util.HashSet;
import java.util.List;

/// Finds files and folders that lie one letter beside the place that would give them a meaning.
final class Places {

    private static final List<String> FOLDERS = List.of("pages", "blog", "courses", "banks", "cards", "exams", "theme");
    private static final List<String> FILES = List.of(
            "school.yaml", "offers.yaml", "redirects.yaml", "media.yaml", "home.yaml", "course.yaml", "section.yaml",
            "bank.yaml", "deck.yaml", "exam.yaml", "theme.yaml");

    private Places() {}

    static void check(FolderReading folder) {
        var told = new HashSet<String>();
        for (var file : folder.tree().files()) {
            if (folder.isClaimed(file.path())) continue;
            var first = file.path().split("/", 2)[0];
            if (folder.at().isEmpty() && !first.equals(file.path()) && !FOLDERS.contains(first) && told.add(first))
                Suggestion.among(first, FOLDERS).ifPresent(word -> folder.warning(
                        file.path(), 0,
                        "The folder '" + first + "' has no meaning here. Did you mean '" + word + "'?"));
            if (!FILES.contains(file.name()) && file.hasExtension("yaml", "yml"))
                Suggestion.among(file.name(), FILES).ifPresent(word -> folder.warning(
                        file.path(), 0, "A file of this name has no meaning here. Did you mean '" + word + "'?"));
        }
        if (folder.items().isEmpty() && folder.findings().isEmpty())
            folder.error("", 0, "There is nothing of a school in this folder: no school.yaml, pages/ or courses/. "
                    + "Is it the right one? 'coursewright new' makes one to begin with.");
    }
}

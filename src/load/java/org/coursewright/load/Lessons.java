package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Folders of lessons as people write them: some prose, a list, a table, code, about 4 KB each. Always the same.
final class Lessons {

    private static final String PROSE = "A record names what belongs together, and its constructor says what is "
            + "allowed. Read the example, change it, and run it again: what you have typed yourself stays with you. ";

    private Lessons() {}

    /// @param perCourse lessons of each course, in sections of ten
    static Path school(Path folder, int courses, int perCourse) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("school.yaml"), "name: Bench\n");
        for (int course = 1; course <= courses; course++) {
            var place = Files.createDirectories(folder.resolve("courses/course-" + course));
            Files.writeString(place.resolve("course.yaml"), "title: Course " + course + "\naccess: free\n");
            for (int number = 1; number <= perCourse; number++) {
                var section = Files.createDirectories(place.resolve("%02d-part".formatted((number - 1) / 10 + 1)
                        + ((number - 1) / 10 + 1)));
                Files.writeString(section.resolve("%03d-lesson-%d.md".formatted(number, number)),
                        lesson("Lesson " + number + " of course " + course, 1));
            }
        }
        return folder;
    }

    /// @param edition another one is another text
    static String lesson(String title, int edition) {
        var text = new StringBuilder("---\nfree: true\n---\n\n# " + title + "\n\n");
        for (int part = 1; part <= 4; part++) {
            text.append("## Part ").append(part).append("\n\n").append(PROSE.repeat(3)).append("\n\n");
            text.append("- Write a small thing\n- Look at it\n- Make it smaller\n\n");
            text.append("```java\nrecord Point").append(part).append("(int x, int y) {\n    Point").append(part)
                    .append(" {\n        if (x < 0) throw new IllegalArgumentException(\"x: \" + x);\n    }\n}\n```\n\n");
        }
        text.append("| Edition | Words |\n|---|---|\n| ").append(edition).append(" | many |\n");
        return text.toString();
    }
}

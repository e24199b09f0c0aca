package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A school with one lesson, whose video its author replaces again and again.
final class FilmSchool {

    private final Server server;
    private final String slug;
    private final String token;
    private final Path folder;

    FilmSchool(Server server, String slug, Path folder) throws IOException, InterruptedException {
        this.server = server;
        this.slug = slug;
        this.token = server.schoolWithToken(slug);
        this.folder = folder;
        Seed.delete(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("school.yaml"), "name: Films\n");
    }

    /// Returns when the upload has ended.
    void push(Path video) throws IOException, InterruptedException {
        Seed.delete(folder.resolve("courses"));
        var course = Files.createDirectories(folder.resolve("courses/films"));
        Files.writeString(course.resolve("course.yaml"), "title: Films\naccess: free\n");
        var name = video.getFileName().toString();
        Files.copy(video, course.resolve("lesson" + name.substring(name.lastIndexOf('.'))));
        Files.writeString(course.resolve("lesson.md"), "---\nid: film\n---\n# " + name + "\n");
        server.push(folder, slug, token);
    }
}

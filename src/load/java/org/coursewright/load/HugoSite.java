package org.coursewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The same lessons as a site of Hugo, whose pages show what ours do: a lesson among those of its course, a course with
/// its lessons, a list of courses. Hugo highlights code as it comes; compressed copies it does not write.
final class HugoSite {

    private static final Map<String, String> LAYOUTS = Map.of(
            "_default/baseof.html", """
                    <!doctype html>
                    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                    <title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Summary | plainify }}">
                    <link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css"></head>
                    <body><header><a href="/">{{ .Site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
                    """,
            "_default/single.html", """
                    {{ define "main" }}{{ $here := . }}<nav><ol>{{ range .CurrentSection.Pages }}
                    <li><a href="{{ .RelPermalink }}"{{ if eq . $here }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
                    {{ end }}</ol></nav><article>{{ .Content }}</article>{{ end }}
                    """,
            "_default/list.html", """
                    {{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Pages }}
                    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol>{{ end }}
                    """);

    private final Path folder;

    /// @param folder where the site is made anew
    /// @param school a folder of lessons
    HugoSite(Path folder, Path school) throws IOException {
        this.folder = folder;
        Seed.delete(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.toml"), """
                baseURL = "http://localhost/"
                title = "Bench"
                disableKinds = ["taxonomy", "term", "RSS"]
                """);
        for (var layout : LAYOUTS.entrySet()) write("layouts/" + layout.getKey(), layout.getValue());
        try (Stream<Path> lessons = Files.walk(school.resolve("courses"))) {
            for (var lesson : lessons.filter(file -> file.toString().endsWith(".md")).toList()) {
                var course = school.resolve("courses").relativize(lesson).getName(0).toString();
                var text = Files.readString(lesson);
                var title = text.substring(text.indexOf("\n# ") + 3, text.indexOf('\n', text.indexOf("\n# ") + 1));
                write("content/" + course + "/_index.md", "---\ntitle: " + course + "\n---\n");
                write("content/" + course + "/" + lesson.getFileName(), text.replace("free: true", "title: " + title));
            }
        }
    }

    /// From nothing.
    Publishing.Spent build() throws IOException, InterruptedException {
        Seed.delete(folder.resolve("public"));
        Seed.delete(folder.resolve("resources"));
        var time = folder.resolve("time");
        long began = System.nanoTime();
        var builder = new ProcessBuilder("bash", "-c", "TIMEFORMAT='%U %S'; time hugo --quiet 2> log")
                .directory(folder.toFile()).redirectError(time.toFile());
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0)
            throw new IOException("This needs Hugo: apt install hugo. " + Files.readString(folder.resolve("log")));
        double seconds = (System.nanoTime() - began) / 1e9;
        var spent = List.of(Files.readString(time).strip().split(" "));
        return new Publishing.Spent(seconds, Double.parseDouble(spent.get(0)) + Double.parseDouble(spent.get(1)));
    }

    /// Pages that the last build has written.
    long pages() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("public"))) {
            return files.filter(file -> file.toString().endsWith(".html")).count();
        }
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

package org.coursewright.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.coursewright.content.Names;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "new", mixinStandardHelpOptions = true, description = "Makes a small school folder to begin with.")
final class NewCommand implements Callable<Integer> {

    private static final List<String> FILES = List.of(
            "README.md",
            "school.yaml",
            "pages/about.md",
            "blog/hello.md",
            "courses/first-course/course.yaml",
            "courses/first-course/01-start/01-welcome.md",
            "courses/first-course/01-start/02-next-steps.md");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet, or is empty.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException {
        if (Files.exists(folder) && !isEmptyFolder()) {
            spec.commandLine().getErr().println(folder + " is not empty. Name a new folder, so that nothing is lost.");
            return 1;
        }
        var name = Names.title(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        var today = LocalDate.now(ZoneId.systemDefault()).toString();
        for (var file : FILES) {
            var target = folder.resolve(file.replace("blog/", "blog/" + today + "-"));
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, template(file)
                    .replace("\"{{name}}\"", quoted(name))
                    .replace("{{name}}", name)
                    .replace("{{today}}", today));
        }
        var out = spec.commandLine().getOut();
        out.println("Made " + folder + ". Next:");
        out.println("  coursewright check " + folder);
        out.println("  coursewright push " + folder + " --school SLUG --publish");
        return 0;
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String template(String file) throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream("/scaffold/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.coursewright.exam;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.YamlFile;
import tools.jackson.databind.JsonNode;

/// Holds exams, lessons and questions against each other: what is examined but neither taught nor asked, and what
/// points at nothing.
final class Coverage {

    private final FolderReading folder;
    private final Map<String, Item> exams = new LinkedHashMap<>();
    private final Map<String, Set<String>> taught = new HashMap<>();

    private Coverage(FolderReading folder) {
        this.folder = folder;
        folder.items().stream()
                .filter(item -> item.kind().equals("exam"))
                .forEach(exam -> exams.putIfAbsent(exam.slug().value(), exam));
    }

    static void check(FolderReading folder) {
        if (!folder.at().isEmpty()) return; // the rest of the school is on the server
        var coverage = new Coverage(folder);
        folder.items().stream().filter(item -> item.kind().equals("course")).forEach(coverage::lessons);
        coverage.exams.forEach(coverage::exam);
    }

    private void lessons(Item course) {
        var prepares = texts(course.front(), "prepares-for").toList();
        course.members().forEach(lesson -> {
            var covers = texts(lesson.front(), "covers").toList();
            covers.forEach(task -> covers(lesson, task));
            boolean teaches = Set.of("article", "video", "lab").contains(lesson.front().path("kind").asString(""));
            if (covers.isEmpty() && teaches && !prepares.isEmpty())
                folder.warning(lesson.path(), lesson.line(), "This lesson covers no task of " + prepares.getFirst()
                        + ". Add 'covers: [" + prepares.getFirst() + "/1.1]'.");
        });
    }

    private void covers(Item lesson, String written) {
        int slash = written.indexOf('/');
        int line = line(lesson, written);
        if (slash < 0) {
            folder.error(lesson.path(), line, "'" + written + "' names no exam. Write it as exam/task: saa-c03/1.2.");
            return;
        }
        var exam = exams.get(written.substring(0, slash));
        var task = written.substring(slash + 1);
        if (exam == null) return; // told as a reference
        taught.computeIfAbsent(exam.slug().value(), _ -> new HashSet<>()).add(task);
        if (versions(exam).noneMatch(version -> tasks(version).containsKey(task)))
            folder.warning(lesson.path(), line, "No version of " + exam.slug() + " has a task '" + task + "'.");
    }

    private static int line(Item lesson, String covers) {
        return lesson.references().stream()
                .filter(reference -> reference.written().equals(covers))
                .mapToInt(Item.Reference::line)
                .findFirst()
                .orElse(lesson.line());
    }

    private void exam(String slug, Item exam) {
        var banks = texts(exam.front(), "banks").toList();
        var questions = folder.items().stream()
                .filter(item -> item.kind().equals("bank"))
                .filter(bank -> banks.contains(bank.slug().value()) || bank.id() != null && banks.contains(bank.id()))
                .flatMap(Item::withMembers)
                .filter(item -> item.sealed() != null)
                .toList();
        var asked = new HashSet<String>();
        questions.forEach(question -> asked.add(question.front().path("task").asString("")));
        var known = new HashSet<String>();
        for (var version : versions(exam).toList()) {
            known.addAll(domains(version));
            version(version, questions, asked, taught.getOrDefault(slug, Set.of()));
        }
        questions.forEach(question -> {
            var domain = question.front().path("domain").asString("");
            if (!domain.isEmpty() && !known.contains(domain) && !known.isEmpty())
                folder.warning(question.path(), question.line(), "No version of " + slug + " has a domain '" + domain
                        + "'. It has: " + String.join(", ", known.stream().sorted().toList()) + ".");
        });
    }

    private void version(Item version, List<Item> questions, Set<String> asked, Set<String> taught) {
        var tasks = tasks(version);
        var lines = lines(version);
        for (var domain : domains(version)) {
            boolean empty = questions.stream().noneMatch(question -> domain
                    .equals(question.front().path("domain").asString(""))
                    || domain.equals(tasks.get(question.front().path("task").asString(""))));
            if (empty)
                folder.warning(version.path(), lines.getOrDefault(domain, 1),
                        "The domain '" + domain + "' has no question in the banks of this exam.");
        }
        tasks.keySet().forEach(task -> {
            boolean isTaught = taught.contains(task);
            boolean isAsked = asked.contains(task);
            if (isTaught && isAsked) return;
            var lacks = isTaught ? "question" : isAsked ? "lesson" : "lesson and no question";
            folder.warning(version.path(), lines.getOrDefault("task " + task, 1),
                    "Task " + task + " has no " + lacks + ".");
        });
    }

    /// Where domains and `task …` stand in the file.
    private Map<String, Integer> lines(Item version) {
        var lines = new HashMap<String, Integer>();
        YamlFile.find(folder, version.path()).ifPresent(file -> {
            var domains = version.front().path("domains");
            for (int i = 0; i < domains.size(); i++) {
                lines.putIfAbsent(domains.get(i).path("id").asString(""), file.line("domains", i));
                var tasks = domains.get(i).path("tasks");
                for (int j = 0; j < tasks.size(); j++)
                    lines.putIfAbsent(
                            "task " + tasks.get(j).path("id").asString(""), file.line("domains", i, "tasks", j));
            }
        });
        return lines;
    }

    private static Stream<Item> versions(Item exam) {
        return exam.members().filter(member -> member.kind().equals("exam-version"));
    }

    private static List<String> domains(Item version) {
        return version.front().path("domains").valueStream()
                .map(domain -> domain.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /// Task to domain.
    private static Map<String, String> tasks(Item version) {
        var tasks = new LinkedHashMap<String, String>();
        version.front().path("domains").forEach(domain -> domain.path("tasks")
                .forEach(task -> tasks.put(task.path("id").asString(""), domain.path("id").asString(""))));
        return tasks;
    }

    private static Stream<String> texts(JsonNode front, String key) {
        return front.path(key).valueStream().map(one -> one.asString(""));
    }
}

package org.coursewright.exam;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.References;
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
        var bank = new FolderBank(new References(folder.items()), folder.items().stream()
                .filter(item -> item.kind().equals("bank"))
                .filter(item -> banks.contains(item.slug().value())
                        || (item.id() != null && banks.contains(item.id())))
                .toList());
        var parts = exam.members()
                .map(part -> new TaskMap.Part(part.kind(), part.slug().value(), part.front()))
                .toList();
        var known = new HashSet<String>();
        for (var version : versions(exam).toList()) {
            known.addAll(domains(version));
            var map = TaskMap.into(version.slug().value(), parts);
            var placement = new Placement(version.slug().value(), Blueprint.of(version.front()), map);
            version(version, bank.candidates(placement), became(taught.getOrDefault(slug, Set.of()), map));
        }
        bank.questions().forEach(question -> {
            var domain = question.front().path("domain").asString("");
            if (!domain.isEmpty() && !known.contains(domain) && !known.isEmpty())
                folder.warning(question.path(), question.line(), "No version of " + slug + " has a domain '" + domain
                        + "'. It has: " + String.join(", ", known.stream().sorted().toList()) + ".");
        });
    }

    private static Set<String> became(Set<String> tasks, TaskMap map) {
        return tasks.stream()
                .flatMap(task -> map.tasks().getOrDefault(task, List.of(task)).stream())
                .collect(Collectors.toSet());
    }

    private void version(Item version, List<Candidate> questions, Set<String> taught) {
        var lines = lines(version);
        for (var domain : domains(version))
            if (questions.stream().noneMatch(question -> domain.equals(question.domain())))
                folder.warning(version.path(), lines.getOrDefault(domain, 1),
                        "The domain '" + domain + "' has no question in the banks of this exam.");
        tasks(version).keySet().forEach(task -> {
            boolean isTaught = taught.contains(task);
            boolean isAsked = questions.stream().anyMatch(
                    question -> question.domain() != null && task.equals(question.task()));
            if (isTaught && isAsked) return;
            var lacks = isTaught ? "question" : isAsked ? "lesson" : "lesson and no question";
            folder.warning(version.path(), lines.getOrDefault("task " + task, 1),
                    "Task " + task + " has no " + lacks + ".");
        });
        if (folder.findings().stream().noneMatch(one -> one.isError() && one.path().equals(version.path())))
            lacks(version, questions, lines);
    }

    /// Counts as the builder of forms does, so that the author knows before students do.
    private void lacks(Item version, List<Candidate> questions, Map<String, Integer> lines) {
        var outcome = new FormBuilder(Blueprint.of(version.front()), questions, 1).build(1);
        if (!(outcome instanceof FormBuilder.Outcome.Lacking(var lacks))) return;
        for (var lack : lacks) {
            var place = lack.kind() == Lack.Kind.SECTION ? "section " + lack.name() : lack.name();
            boolean isTold = lack.kind() == Lack.Kind.ITEMS || (lack.kind() == Lack.Kind.DOMAIN && lack.had() == 0);
            if (!isTold)
                folder.warning(version.path(), lines.getOrDefault(place, lines.getOrDefault("items", 1)),
                        lack.words());
        }
    }

    /// Where domains, sections, `items` and `task …` stand in the file.
    private Map<String, Integer> lines(Item version) {
        var lines = new HashMap<String, Integer>();
        YamlFile.find(folder, version.path()).ifPresent(file -> {
            lines.put("items", file.line("items"));
            var sections = version.front().path("sections");
            for (int i = 0; i < sections.size(); i++)
                lines.put("section " + sections.get(i).path("title").asString(""), file.line("sections", i));
            var domains = version.front().path("domains");
            for (int i = 0; i < domains.size(); i++) {
                lines.put(domains.get(i).path("id").asString(""), file.line("domains", i));
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

package org.coursewright.exam;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A version of an exam held against its banks and lessons: what of it is asked and taught, and what fits nowhere.
///
/// @param orphans questions that have no place in this version
/// @param untaught lessons whose tasks no question asks
public record VersionReport(List<Domain> domains, List<Question> orphans, List<Lesson> untaught) {

    private static final double FAR_OVER = 1.5;

    /// A domain of the version.
    ///
    /// @param needed questions of a form that count
    /// @param questions in the banks that may count
    /// @param share of all questions in percent
    /// @param overweighted whether the banks hold far more of it than it weighs
    public record Domain(
            String id, String title, String weight, int needed, int questions, int share, boolean overweighted,
            List<Task> tasks) {

        /// How far the banks reach, in percent.
        public int reach() {
            return needed == 0 ? 100 : Math.min(100, 100 * questions / needed);
        }
    }

    /// A task of the version.
    ///
    /// @param from tasks of older versions that became this one
    public record Task(String id, String title, List<String> from, int questions, List<Lesson> lessons) {

        public boolean isEmpty() {
            return questions == 0;
        }

        /// Whether it was something else in an older version.
        public boolean isMoved() {
            return !from.isEmpty() && !from.equals(List.of(id));
        }
    }

    /// A question as its author finds it.
    ///
    /// @param domain as it is written
    /// @param task likewise
    public record Question(String title, String path, @Nullable String domain, @Nullable String task,
            boolean unscored) {}

    /// A lesson that covers tasks of the exam, and their names as it writes them.
    public record Lesson(String title, String course, String slug, List<String> tasks) {}

    /// @param placement fresh: it gives the questions of a split task out in turn
    static VersionReport of(
            Blueprint blueprint, TaskMap map, Placement placement, Collection<Question> questions,
            Collection<Lesson> lessons) {
        var counting = new Counting(questions, placement);
        var available = blueprint.domains().stream()
                .mapToInt(domain -> counting.ofDomain(domain.id()))
                .toArray();
        var needed = Apportionment.of(
                blueprint.domains().stream().map(Blueprint.Domain::weight).toList(), (int) blueprint.scored().to(),
                available);
        int all = IntStream.of(available).sum();
        var domains = IntStream.range(0, available.length)
                .mapToObj(at -> domain(
                        blueprint.domains().get(at), needed[at], available[at], all, counting, map, lessons))
                .toList();
        var asked = counting.byTask;
        var untaught = lessons.stream()
                .filter(lesson -> lesson.tasks().stream()
                        .flatMap(task -> became(task, map).stream())
                        .noneMatch(task -> asked.getOrDefault(task, 0) > 0))
                .toList();
        return new VersionReport(domains, counting.orphans, untaught);
    }

    /// Whether nothing is to be mended.
    public boolean isFine() {
        return orphans.isEmpty() && untaught.isEmpty() && domains.stream().noneMatch(
                domain -> domain.overweighted() || domain.questions() < domain.needed() || domain.tasks().stream()
                        .anyMatch(task -> task.isEmpty() || task.lessons().isEmpty()));
    }

    private static Domain domain(
            Blueprint.Domain domain, int needed, int questions, int all, Counting counting, TaskMap map,
            Collection<Lesson> lessons) {
        var tasks = domain.tasks().stream()
                .map(task -> new Task(
                        task.id(), task.title(),
                        map.tasks().entrySet().stream()
                                .filter(old -> old.getValue().contains(task.id()))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .toList(),
                        counting.byTask.getOrDefault(task.id(), 0),
                        lessons.stream()
                                .filter(lesson -> lesson.tasks().stream()
                                        .anyMatch(written -> became(written, map).contains(task.id())))
                                .toList()))
                .toList();
        int share = all == 0 ? 0 : Math.round(100f * questions / all);
        return new Domain(
                domain.id(), domain.title(), domain.weight().words(), needed, questions, share,
                share > FAR_OVER * domain.weight().to(), tasks);
    }

    private static List<String> became(String task, TaskMap map) {
        return map.tasks().getOrDefault(task, List.of(task));
    }

    private static final class Counting {

        private final Map<String, Integer> byDomain = new LinkedHashMap<>();
        private final Map<String, Integer> byTask = new LinkedHashMap<>();
        private final List<Question> orphans;

        Counting(Collection<Question> questions, Placement placement) {
            this.orphans = questions.stream()
                    .filter(question -> !count(question, placement.of(question.domain(), question.task())))
                    .toList();
        }

        private boolean count(Question question, Placement.Place place) {
            if (place.domain() == null) return false;
            if (place.task() != null) byTask.merge(place.task(), 1, Integer::sum);
            if (!question.unscored()) byDomain.merge(place.domain(), 1, Integer::sum);
            return true;
        }

        int ofDomain(String id) {
            return byDomain.getOrDefault(id, 0);
        }
    }
}

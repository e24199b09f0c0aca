package org.coursewright.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;

/// Finds questions that ask nearly the same: most of their runs of three words are equal.
final class Duplicates {

    private static final double ALIKE = 0.7;
    private static final int COMMON = 200; // a run that so many share tells nothing
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Duplicates() {}

    static void check(FolderReading folder) {
        var questions = folder.allItems()
                .filter(item -> item.kind().equals("question") && item.sealed() != null)
                .toList();
        var runs = questions.stream().map(Duplicates::runs).toList();
        var places = new HashMap<String, List<Integer>>();
        for (int i = 0; i < questions.size(); i++) {
            var shared = new HashMap<Integer, Integer>();
            for (var run : runs.get(i)) {
                var there = places.computeIfAbsent(run, _ -> new ArrayList<>());
                if (there.size() < COMMON) there.forEach(other -> shared.merge(other, 1, Integer::sum));
                there.add(i);
            }
            nearest(runs, i, shared, folder, questions);
        }
    }

    private static void nearest(
            List<Set<String>> runs, int at, Map<Integer, Integer> shared, FolderReading folder, List<Item> questions) {
        shared.entrySet().stream()
                .filter(other -> likeness(runs, at, other.getKey(), other.getValue()) >= ALIKE)
                .map(Map.Entry::getKey)
                .filter(other -> !areEnemies(questions.get(at), questions.get(other)))
                .min(Integer::compare)
                .ifPresent(other -> folder.warning(
                        questions.get(at).path(), questions.get(at).line(),
                        "This question is nearly the same as " + questions.get(other).path() + ":"
                                + questions.get(other).line() + ". Keep one, or name the other in 'enemies'."));
    }

    private static boolean areEnemies(Item one, Item other) {
        return names(one, other) || names(other, one);
    }

    private static boolean names(Item one, Item other) {
        return one.front().path("enemies").valueStream().anyMatch(enemy -> enemy.asString("").equals(other.id()));
    }

    private static double likeness(List<Set<String>> runs, int one, int other, int shared) {
        return (double) shared / (runs.get(one).size() + runs.get(other).size() - shared);
    }

    /// The runs of three words in stem and options.
    private static Set<String> runs(Item question) {
        var text = new StringBuilder(question.title()).append(' ').append(question.body());
        question.front().path("options").forEach(option -> text.append(' ').append(option.path("text").asString("")));
        var words = BETWEEN_WORDS.split(text.toString().toLowerCase(Locale.ROOT));
        var runs = new HashSet<String>();
        for (int i = 0; i + 2 < words.length; i++)
            runs.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        return runs;
    }
}

package org.coursewright.video;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coursewright.content.Version;

/// The chapters of a video, from the first source that has any.
public final class Chapters {

    private static final int MOST = 200;

    private Chapters() {}

    /// What an author wrote in the front matter, wherever it was taken from when the folder was read.
    public static List<Chapter> of(Version version) {
        var written = version.front().path("chapters").valueStream()
                .flatMap(line -> Chapter.read(line.asString("")).stream());
        return inOrder(written);
    }

    /// The first of these that has any; an author's own come before what a file happens to hold.
    @SafeVarargs
    public static List<Chapter> first(List<Chapter>... sources) {
        return Stream.of(sources).filter(source -> !source.isEmpty()).findFirst().map(List::stream)
                .map(Chapters::inOrder).orElse(List.of());
    }

    /// By time; of two that begin at the same moment the later written one.
    private static List<Chapter> inOrder(Stream<Chapter> chapters) {
        var byTime = new TreeMap<Duration, Chapter>(Comparator.naturalOrder());
        chapters.forEach(chapter -> byTime.put(chapter.at(), chapter));
        return byTime.values().stream().limit(MOST).toList();
    }
}

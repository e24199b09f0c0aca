package org.coursewright.load;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Watches a film after things broke: from its page to each piece of each rendition. What is not there is a violation.
final class FaultScreening {

    private static final Pattern MANIFEST = Pattern.compile("/media/public/[0-9a-f]{64}/master\\.m3u8");
    private static final Pattern LINE = Pattern.compile("(?m)^[^#\\s].*$");
    private static final Pattern SECONDS = Pattern.compile("#EXTINF:([0-9.]+)");

    private final Wire wire;
    private final FaultLedger ledger;

    /// What a rendition is made of.
    ///
    /// @param seconds that its playlist promises
    /// @param bytes of its one file
    record Rendition(String name, double seconds, byte[] bytes) {}

    FaultScreening(int port, FaultLedger ledger) {
        this.wire = new Wire(port);
        this.ledger = ledger;
    }

    /// @param number of a lesson `film-N`
    List<Rendition> watch(int number) {
        var film = "film " + number;
        var manifest = MANIFEST.matcher(page("/courses/course-1/film-" + number).text());
        if (!manifest.find()) {
            ledger.violation(film + " has no video");
            return List.of();
        }
        var folder = manifest.group().substring(0, manifest.group().lastIndexOf('/') + 1);
        var renditions = lines(page(manifest.group()).text());
        if (renditions.isEmpty()) ledger.violation(film + " has no renditions");
        return renditions.stream().map(each -> rendition(film, folder, each)).flatMap(Optional::stream).toList();
    }

    private Optional<Rendition> rendition(String film, String folder, String name) {
        var list = page(folder + name).text();
        var files = new TreeMap<String, byte[]>();
        for (var segment : lines(list)) {
            var answer = page(folder + segment);
            if (answer.status() != 200 && answer.status() != 206 || answer.body().length == 0)
                ledger.violation(film + ": " + segment + " is answered " + answer.status());
            files.put(segment, answer.body());
        }
        if (files.isEmpty()) {
            ledger.violation(film + ": " + name + " is empty");
            return Optional.empty();
        }
        double seconds = SECONDS.matcher(list).results().mapToDouble(one -> Double.parseDouble(one.group(1))).sum();
        return Optional.of(new Rendition(film + " " + name, seconds, files.firstEntry().getValue()));
    }

    private static List<String> lines(String playlist) {
        return LINE.matcher(playlist).results().map(one -> one.group()).toList();
    }

    private Wire.Answer page(String path) {
        return wire.ask("GET " + path + " HTTP/1.1\r\nHost: " + FaultAuthor.SCHOOL + ".localhost\r\n", new byte[0]);
    }
}

package org.coursewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coursewright.platform.Messages;
import org.junit.jupiter.api.Test;

/// A text that a template asks for is there, and none is there for nobody.
class MessageKeysTest {

    private static final Pattern ASKED = Pattern.compile("\\.get\\(\"([a-z0-9]+(?:[.-][a-z0-9-]+)+)\"[,)]");

    /// Words between quotes of either kind; the closing one may open the next.
    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z0-9.-]+)(?=[\"'])");

    /// Beginnings under which each key is asked for by its own name.
    private static final Set<String> WHOLE_FAMILIES = Set.of("island.", "site.", "site.part.");

    @Test
    void everyKeyThatATemplateAsksForHasItsText() throws IOException {
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(name -> name.toString().endsWith(".jte")).toList())
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !Messages.all().containsKey(key))
                        .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTextIsAskedForSomewhere() throws IOException {
        var sources = new StringBuilder();
        for (var root : List.of("src/main/java", "src/main/jte", "src/main/resources/theme", "web/src"))
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList())
                    sources.append(Files.readString(file));
            }
        var all = sources.toString();
        var quoted = QUOTED.matcher(all).results().map(match -> match.group(1)).collect(Collectors.toSet());
        var begun = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.?)\"").matcher(all).results()
                .map(match -> match.group(1).endsWith(".") ? match.group(1) : match.group(1) + ".")
                .filter(prefix -> !WHOLE_FAMILIES.contains(prefix) && (prefix.indexOf('.') < prefix.length() - 1
                        || quoted.contains(prefix)))
                .collect(Collectors.toSet());
        assertThat(Messages.all().keySet().stream()
                .filter(key -> !quoted.contains(key))
                .filter(key -> !(key.startsWith("island.") && quoted.contains(key.substring(7))))
                .filter(key -> !(key.startsWith("site.part.") && all.contains("{{t." + key.substring(10) + "}}")))
                .filter(key -> !(key.startsWith("site.") && quoted.contains(key.substring(5))))
                .filter(key -> begun.stream().noneMatch(key::startsWith))
                .filter(key -> begun.stream().noneMatch(prefix -> key.startsWith("site." + prefix)
                        && all.contains("say(\"" + prefix + "\"")))
                .sorted())
                .isEmpty();
    }

    @Test
    void aStrangeLanguageShowsWhatIsNotByKey() {
        assertThat(Messages.in(Messages.LONG).get("study.next")).startsWith("[").isNotEqualTo("Next");
        assertThat(Messages.in(Messages.MIRRORED).direction()).isEqualTo("rtl");
    }
}

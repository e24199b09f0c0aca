package org.coursewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.coursewright.platform.Messages;
import org.junit.jupiter.api.Test;

/// A text that a template asks for is there.
class MessageKeysTest {

    private static final Pattern ASKED = Pattern.compile("\\.get\\(\"([a-z0-9]+(?:[.-][a-z0-9-]+)+)\"[,)]");

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
    void aStrangeLanguageShowsWhatIsNotByKey() {
        assertThat(Messages.in(Messages.LONG).get("study.next")).startsWith("[").isNotEqualTo("Next");
        assertThat(Messages.in(Messages.MIRRORED).direction()).isEqualTo("rtl");
    }
}

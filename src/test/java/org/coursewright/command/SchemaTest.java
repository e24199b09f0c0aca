package org.coursewright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coursewright.content.KeyReference;
import org.coursewright.content.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {

    private static final Path FOLDER = Path.of("src/main/resources/schema");

    private static final Path KEYS = Path.of("docs/keys.md");

    /// After a change of keys: `bin/coursewright schemas src/main/resources/schema`.
    @Test
    void theSchemasOfEditorsAreCurrent() throws IOException {
        var files = Schema.files(Kinds.ALL);
        for (var file : files.entrySet())
            assertThat(FOLDER.resolve(file.getKey())).content().isEqualTo(file.getValue());
        try (var all = Files.list(FOLDER)) {
            assertThat(all.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    /// After a change of keys: `-Dkeys.write=true`.
    @Test
    void theReferenceIsCurrent() throws IOException {
        var reference = KeyReference.markdown(Kinds.ALL);
        if (Boolean.getBoolean("keys.write")) Files.writeString(KEYS, reference);
        assertThat(KEYS).content().isEqualTo(reference);
    }

    @Test
    void theyKnowEveryKeyAndWhatItMeans() {
        var schema = JsonMapper.shared().readTree(Schema.files(Kinds.ALL).get("lesson.schema.json"));
        assertThat(schema.at("/properties/free/type").asString()).isEqualTo("boolean");
        assertThat(schema.at("/properties/free/description").asString()).startsWith("true: everybody may see it");
        assertThat(schema.at("/properties/kind/enum")).extracting(kind -> kind.asString())
                .containsExactly("article", "video", "quiz", "exam", "cards", "download", "lab");
        assertThat(schema.at("/additionalProperties").asBoolean()).isFalse();
    }
}

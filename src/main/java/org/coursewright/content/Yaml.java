package org.coursewright.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML 1.2 with lines, and refuses what is built to break a reader.
public final class Yaml {

    private static final int MOST_VALUES = 50_000;
    private static final int DEEPEST = 50;

    private final FolderReading folder;
    private final String path;
    private final int offset;
    private int values;

    private Yaml(FolderReading folder, String path, int offset) {
        this.folder = folder;
        this.path = path;
        this.offset = offset;
    }

    /// @param firstLine line of the file where this text begins, 1 = the first
    /// @return empty where the text is broken, which is noted
    public static Optional<YamlValue> parse(FolderReading folder, String path, String text, int firstLine) {
        return new Yaml(folder, path, firstLine).parse(text);
    }

    /// The same for a text that must be a mapping; nothing at all is an empty one.
    public static Optional<YamlValue.Mapping> parseMapping(
            FolderReading folder, String path, String text, int firstLine) {
        if (text.isBlank()) return Optional.of(YamlValue.Mapping.empty(firstLine));
        return parse(folder, path, text, firstLine).flatMap(value -> switch (value) {
            case YamlValue.Mapping mapping -> Optional.of(mapping);
            case YamlValue.Text nothing when nothing.empty() -> Optional.of(YamlValue.Mapping.empty(firstLine));
            case YamlValue.Text _,YamlValue.Sequence _ -> {
                folder.error(path, value.line(), "Here must be keys with values, such as 'title: Welcome'.");
                yield Optional.empty();
            }
        });
    }

    private Optional<YamlValue> parse(String text) {
        try {
            var settings = LoadSettings.builder().setLabel(path).setAllowDuplicateKeys(true).build();
            return new Compose(settings).composeString(text).flatMap(node -> value(node, 0));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> offset + mark.getLine()).orElse(offset);
            folder.error(path, line, "This YAML cannot be read: " + broken.getProblem()
                    + ". Check the indentation, colons and quotes near this line.");
        } catch (YamlEngineException | StackOverflowError broken) {
            folder.error(path, offset, "This YAML cannot be read. Check its indentation, colons and quotes.");
        }
        return Optional.empty();
    }

    private Optional<YamlValue> value(Node node, int depth) {
        int line = line(node.getStartMark());
        if (++values > MOST_VALUES || depth > DEEPEST) {
            if (values <= MOST_VALUES + 1)
                folder.error(path, line, "This YAML is too large or too deep. Write it without aliases that repeat.");
            values = MOST_VALUES + 1;
            return Optional.empty();
        }
        return switch (node) {
            case ScalarNode scalar -> Optional.of(text(scalar, line));
            case SequenceNode sequence -> {
                var all = new ArrayList<YamlValue>();
                for (var one : sequence.getValue())
                    value(one, depth + 1).ifPresent(all::add);
                yield Optional.of(new YamlValue.Sequence(all, line));
            }
            case MappingNode mapping -> Optional.of(mapping(mapping, line, depth));
            default -> Optional.empty(); // anchors resolve to one of these three
        };
    }

    private YamlValue mapping(MappingNode node, int line, int depth) {
        var all = new LinkedHashMap<String, YamlValue>();
        var lines = new LinkedHashMap<String, Integer>();
        for (var entry : node.getValue()) {
            int keyLine = line(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                folder.error(path, keyLine, "A key must be a word. Put quotes around it.");
                continue;
            }
            value(entry.getValueNode(), depth + 1).ifPresent(value -> {
                if (all.putIfAbsent(key.getValue(), value) != null)
                    folder.error(path, keyLine, "The key '" + key.getValue() + "' stands here twice. Remove one.");
                lines.putIfAbsent(key.getValue(), keyLine);
            });
        }
        return new YamlValue.Mapping(all, lines, line);
    }

    private static YamlValue text(ScalarNode scalar, int line) {
        var written = scalar.getValue();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        boolean empty = plain && (written.isEmpty() || written.equals("~") || written.equals("null"));
        return new YamlValue.Text(written, empty, line);
    }

    private int line(Optional<Mark> mark) {
        return mark.map(at -> offset + at.getLine()).orElse(offset);
    }
}

package org.coursewright.content;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The one JSON form of a record of keys: sorted, without what is absent, empty or false.
final class Canonical {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance; // no mapper: `check` starts sooner

    private Canonical() {}

    static JsonNode json(Record record) {
        var node = NODES.objectNode();
        for (var component : record.getClass().getRecordComponents()) {
            var json = value(get(component, record));
            if (json != null) node.set(Keys.key(component.getName()), json);
        }
        return sorted(node);
    }

    /// The same values in one order of keys.
    static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var sorted = NODES.arrayNode();
            node.forEach(one -> sorted.add(sorted(one)));
            return sorted;
        }
        if (!(node instanceof ObjectNode object)) return node;
        var names = new ArrayList<String>(object.propertyNames());
        names.sort(null);
        var sorted = NODES.objectNode();
        names.forEach(name -> sorted.set(name, sorted(object.get(name))));
        return sorted;
    }

    private static @Nullable JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> NODES.stringNode(text);
            case Boolean truth -> truth ? NODES.booleanNode(true) : null;
            case Integer number -> NODES.numberNode(number.intValue());
            case BigDecimal number -> NODES.stringNode(number.toPlainString());
            case LocalDate date -> NODES.stringNode(date.toString());
            case Period period -> NODES.stringNode(period.toString());
            case Enum<?> constant -> NODES.stringNode(Keys.word(constant));
            case JsonNode json -> json;
            case YamlValue yaml -> yaml(yaml);
            case Record nested -> json(nested);
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(one -> Optional.ofNullable(value(one)).ifPresent(array::add));
                yield array.isEmpty() ? null : array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((key, one) -> Optional.ofNullable(value(one))
                        .ifPresent(json -> object.set(String.valueOf(key), json)));
                yield object.isEmpty() ? null : object;
            }
            default -> throw new IllegalStateException("no canonical form of " + value.getClass());
        };
    }

    private static JsonNode yaml(YamlValue written) {
        return switch (written) {
            case YamlValue.Text text -> text.empty()
                    ? NODES.nullNode()
                    : NODES.stringNode(text.text());
            case YamlValue.Sequence sequence -> {
                var array = NODES.arrayNode();
                sequence.values().forEach(one -> array.add(yaml(one)));
                yield array;
            }
            case YamlValue.Mapping mapping -> {
                var object = NODES.objectNode();
                mapping.values().forEach((key, one) -> object.set(key, yaml(one)));
                yield object;
            }
        };
    }

    private static @Nullable Object get(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException never) {
            throw new IllegalStateException(never);
        }
    }
}

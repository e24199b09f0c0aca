package org.coursewright.content;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one JSON form of a record of keys: sorted, without what is absent, empty or false.
final class Canonical {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Canonical() {}

    static JsonNode json(Record record) {
        var node = JSON.createObjectNode();
        for (var component : record.getClass().getRecordComponents()) {
            var json = value(get(component, record));
            if (json != null) node.set(Keys.key(component.getName()), json);
        }
        return ItemHash.canonical(node);
    }

    private static @Nullable JsonNode value(@Nullable Object value) {
        var nodes = JSON.getNodeFactory();
        return switch (value) {
            case null -> null;
            case String text -> nodes.stringNode(text);
            case Boolean truth -> truth ? nodes.booleanNode(true) : null;
            case Integer number -> nodes.numberNode(number.intValue());
            case BigDecimal number -> nodes.stringNode(number.toPlainString());
            case LocalDate date -> nodes.stringNode(date.toString());
            case Period period -> nodes.stringNode(period.toString());
            case Enum<?> constant -> nodes.stringNode(Keys.word(constant));
            case JsonNode json -> json;
            case YamlValue yaml -> yaml(yaml);
            case Record nested -> json(nested);
            case List<?> list -> {
                var array = JSON.createArrayNode();
                list.forEach(one -> Optional.ofNullable(value(one)).ifPresent(array::add));
                yield array.isEmpty() ? null : array;
            }
            case Map<?, ?> map -> {
                var object = JSON.createObjectNode();
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
                    ? JSON.getNodeFactory().nullNode()
                    : JSON.getNodeFactory().stringNode(text.text());
            case YamlValue.Sequence sequence -> {
                var array = JSON.createArrayNode();
                sequence.values().forEach(one -> array.add(yaml(one)));
                yield array;
            }
            case YamlValue.Mapping mapping -> {
                var object = JSON.createObjectNode();
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

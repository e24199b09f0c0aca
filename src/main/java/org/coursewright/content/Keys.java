package org.coursewright.content;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The keys of a kind of file are the components of a record, in kebab case. It drives the reader, the canonical
/// form and the schemas of editors.
///
/// Components may be: `String` (null = absent), `boolean`, `Integer`, enums, records, lists and maps of these.
public final class Keys<T extends Record> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Class<T> type;
    private final String what;

    /// @param what such as "a lesson", for messages
    public Keys(Class<T> type, String what) {
        this.type = type;
        this.what = what;
    }

    /// Binds what is written to the record; notes what does not fit and goes on without it.
    public T read(FolderReading folder, String path, YamlValue.Mapping mapping) {
        return type.cast(record(folder, path, type, mapping));
    }

    /// The canonical form: what is absent, empty or false is left out, so a new key changes no old hash.
    public static JsonNode json(Record record) {
        var node = JSON.createObjectNode();
        for (var component : record.getClass().getRecordComponents()) {
            var json = value(get(component, record));
            if (json != null) node.set(key(component.getName()), json);
        }
        return ItemHash.canonical(node);
    }

    static String key(String component) {
        var word = component.endsWith("_") ? component.substring(0, component.length() - 1) : component; // extends_
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Object record(FolderReading folder, String path, Class<?> record, YamlValue.Mapping mapping) {
        var components = record.getRecordComponents();
        var known = new LinkedHashMap<String, RecordComponent>();
        for (var component : components)
            known.put(key(component.getName()), component);
        mapping.values().keySet().stream()
                .filter(key -> !known.containsKey(key) && !key.startsWith("x-"))
                .forEach(key -> unknown(folder, path, mapping.line(key), key, known.keySet()));
        @Nullable
        Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var key = key(components[i].getName());
            var written = mapping.values().get(key);
            var value = written == null || written instanceof YamlValue.Text text && text.empty()
                    ? null
                    : bound(folder, path, key, components[i].getGenericType(), written);
            arguments[i] = value == null ? absent(components[i].getType()) : value;
        }
        return construct(record, components, arguments);
    }

    private @Nullable Object bound(FolderReading folder, String path, String key, Type wanted, YamlValue written) {
        if (wanted instanceof ParameterizedType generic) return collection(folder, path, key, generic, written);
        var target = (Class<?>) wanted;
        if (target.isRecord()) {
            if (written instanceof YamlValue.Mapping mapping) return record(folder, path, target, mapping);
            return wrong(folder, path, written, "'" + key + "' must have keys of its own, each on a line below it.");
        }
        if (!(written instanceof YamlValue.Text text))
            return wrong(folder, path, written, "'" + key + "' must be one value, not a list or keys.");
        if (target == String.class) return text.text().strip();
        if (target == boolean.class) return truth(folder, path, key, text);
        if (target == Integer.class) return number(folder, path, key, text);
        if (target.isEnum()) return constant(folder, path, key, target, text);
        throw new IllegalStateException("no such type of a key: " + wanted);
    }

    private @Nullable Object collection(
            FolderReading folder, String path, String key, ParameterizedType wanted, YamlValue written) {
        if (wanted.getRawType() == List.class) {
            var element = wanted.getActualTypeArguments()[0];
            var values = written instanceof YamlValue.Sequence list ? list.values() : List.of(written);
            var all = new ArrayList<Object>();
            for (var value : values) {
                var one = bound(folder, path, key, element, value);
                if (one != null) all.add(one);
            }
            return List.copyOf(all);
        }
        if (!(written instanceof YamlValue.Mapping mapping))
            return wrong(folder, path, written, "'" + key + "' must have keys of its own, each on a line below it.");
        var element = wanted.getActualTypeArguments()[1];
        var all = new LinkedHashMap<String, Object>();
        mapping.values().forEach((name, value) -> {
            var one = bound(folder, path, key, element, value);
            if (one != null) all.put(name, one);
        });
        return all;
    }

    private @Nullable Object truth(FolderReading folder, String path, String key, YamlValue.Text text) {
        return switch (text.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> wrong(folder, path, text, "'" + key + "' must be true or false, not '" + text.text() + "'.");
        };
    }

    private @Nullable Object number(FolderReading folder, String path, String key, YamlValue.Text text) {
        try {
            return Integer.valueOf(text.text());
        } catch (NumberFormatException notANumber) {
            return wrong(folder, path, text, "'" + key + "' must be a whole number, not '" + text.text() + "'.");
        }
    }

    private @Nullable Object constant(
            FolderReading folder, String path, String key, Class<?> target, YamlValue.Text text) {
        var constants = target.getEnumConstants();
        var names = Arrays.stream(constants).map(Keys::name).toList();
        int at = names.indexOf(text.text().strip());
        if (at >= 0) return constants[at];
        return wrong(folder, path, text, "'" + key + "' cannot be '" + text.text() + "'."
                + Suggestion.among(text.text(), names).map(word -> " Did you mean '" + word + "'?").orElse("")
                + " It is one of: " + String.join(", ", names) + ".");
    }

    private void unknown(FolderReading folder, String path, int line, String key, Iterable<String> known) {
        var suggestion = Suggestion.among(key, known);
        if (suggestion.isEmpty() && ForeignKeys.has(key)) folder.foreignKey(path, line, key);
        else
            folder.error(path, line, "'" + key + "' is no key of " + what + "."
                    + suggestion.map(word -> " Did you mean '" + word + "'?").orElse(
                            " Remove it, or name it 'x-" + key + "' to keep it for yourself."));
    }

    private static @Nullable Object wrong(FolderReading folder, String path, YamlValue value, String message) {
        folder.error(path, value.line(), message);
        return null;
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == List.class) return List.of();
        if (type == Map.class) return Map.of();
        return null;
    }

    private static @Nullable JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> JSON.getNodeFactory().stringNode(text);
            case Boolean truth -> truth ? JSON.getNodeFactory().booleanNode(true) : null;
            case Integer number -> JSON.getNodeFactory().numberNode(number.intValue());
            case Enum<?> constant -> JSON.getNodeFactory().stringNode(name(constant));
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

    static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    private static Object construct(Class<?> record, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Objects.requireNonNull(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException(never);
        }
    }
}

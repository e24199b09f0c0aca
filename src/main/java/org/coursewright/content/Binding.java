package org.coursewright.content;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Binds the values of one file to records of keys; what does not fit is noted and left out.
///
/// @param what such as "a lesson", for messages
record Binding(FolderReading folder, String path, String what) {

    Object record(Class<?> record, YamlValue.Mapping mapping) {
        var known = Keys.components(record);
        mapping.values().keySet().stream()
                .filter(key -> !known.containsKey(key) && !key.startsWith("x-"))
                .forEach(key -> unknown(mapping.line(key), key, known.keySet()));
        var values = new LinkedHashMap<String, Object>();
        known.forEach((key, component) -> {
            var written = mapping.values().get(key);
            if (written == null || written instanceof YamlValue.Text text && text.empty()) return;
            var value = bound(key, component.getGenericType(), written);
            if (value != null) values.put(key, value);
        });
        return construct(record, values);
    }

    private @Nullable Object bound(String key, Type wanted, YamlValue written) {
        if (wanted instanceof ParameterizedType generic)
            return generic.getRawType() == List.class
                    ? list(key, generic.getActualTypeArguments()[0], written)
                    : map(key, generic.getActualTypeArguments()[1], written);
        var target = (Class<?>) wanted;
        if (target == YamlValue.class) return written;
        if (target.isRecord()) return nested(key, target, written);
        if (!(written instanceof YamlValue.Text text))
            return wrong(written, "'" + key + "' must be one value, not a list or keys.");
        return Scalar.read(key, target, text.text().strip(), problem -> wrong(written, problem));
    }

    private @Nullable Object nested(String key, Class<?> record, YamlValue written) {
        if (written instanceof YamlValue.Mapping mapping) return record(record, mapping);
        var alone = alone(record);
        if (alone.isEmpty())
            return wrong(written, "'" + key + "' must have keys of its own, each on a line below it.");
        var name = Keys.key(alone.get().getName());
        var value = bound(key, alone.get().getGenericType(), written);
        return value == null ? null : construct(record, Map.of(name, value));
    }

    private List<Object> list(String key, Type element, YamlValue written) {
        var values = written instanceof YamlValue.Sequence list ? list.values() : List.of(written);
        var all = new ArrayList<Object>();
        for (var value : values)
            Optional.ofNullable(bound(key, element, value)).ifPresent(all::add);
        return List.copyOf(all);
    }

    private @Nullable Object map(String key, Type element, YamlValue written) {
        if (!(written instanceof YamlValue.Mapping mapping))
            return wrong(written, "'" + key + "' must have keys of its own, each on a line below it.");
        var all = new LinkedHashMap<String, Object>();
        mapping.values().forEach((name, value) -> Optional.ofNullable(bound(name, element, value))
                .ifPresent(one -> all.put(name, one)));
        return all;
    }

    static Optional<RecordComponent> alone(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Alone.class))
                .findFirst();
    }

    private void unknown(int line, String key, Collection<String> known) {
        var suggestion = Suggestion.among(key, known);
        if (suggestion.isEmpty() && ForeignKeys.has(key)) folder.foreignKey(path, line, key);
        else
            folder.error(path, line, "'" + key + "' is no key of " + what + "."
                    + suggestion.map(word -> " Did you mean '" + word + "'?").orElse(
                            " Remove it, or name it 'x-" + key + "' to keep it for yourself."));
    }

    private @Nullable Object wrong(YamlValue value, String message) {
        folder.error(path, value.line(), message);
        return null;
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == List.class) return List.of();
        if (type == Map.class) return Map.of();
        return null;
    }

    private static Object construct(Class<?> record, Map<String, Object> values) {
        var components = record.getRecordComponents();
        @Nullable
        Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var value = values.get(Keys.key(components[i].getName()));
            arguments[i] = value == null ? absent(components[i].getType()) : value;
        }
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

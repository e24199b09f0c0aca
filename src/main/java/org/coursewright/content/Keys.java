package org.coursewright.content;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The keys of a kind of file are the components of a record, in kebab case. It drives the reader, the canonical
/// form, the reference and the schemas of editors.
///
/// Components may be: `String` (null = absent), `boolean`, `Integer`, `BigDecimal`, `LocalDate`, `Period`, enums,
/// records, lists and maps of these, and [YamlValue] for what is read elsewhere.
///
/// @param what such as "a lesson", for messages
/// @param isList whether a file is a list of these
public record Keys<T extends Record>(Class<T> type, String what, boolean isList) {

    public Keys(Class<T> type, String what) {
        this(type, what, false);
    }

    /// Binds what is written to the record; notes what does not fit and goes on without it.
    public T read(FolderReading folder, String path, YamlValue.Mapping mapping) {
        return type.cast(new Binding(folder, path, what).record(type, mapping));
    }

    /// The canonical form: what is absent, empty or false is left out, so a new key changes no old hash.
    public static JsonNode json(Record record) {
        return Canonical.json(record);
    }

    /// Whether a key belongs to this kind of file.
    public boolean has(String key) {
        return components(type).containsKey(key);
    }

    static Map<String, RecordComponent> components(Class<?> record) {
        var components = new LinkedHashMap<String, RecordComponent>();
        for (var component : record.getRecordComponents())
            components.put(key(component.getName()), component);
        return components;
    }

    static String key(String component) {
        var word = component.endsWith("_") ? component.substring(0, component.length() - 1) : component; // extends_
        return word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /// The word for a constant of an enum.
    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

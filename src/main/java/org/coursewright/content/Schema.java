package org.coursewright.content;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas for editors, made from the records that the reader binds to: they cannot differ from it.
public final class Schema {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern SCALAR_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Schema() {}

    /// Name of the file to its text, of everything that these kinds read.
    public static SortedMap<String, String> files(Collection<? extends ContentKind> kinds) {
        var files = new TreeMap<String, String>();
        kinds.forEach(kind -> kind.keys().forEach((name, keys) -> files.put(name + ".schema.json", text(name, keys))));
        return files;
    }

    private static String text(String name, Keys<?> keys) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", name + ".schema.json");
        var one = record(keys.type());
        if (keys.isList()) {
            schema.put("type", "array");
            schema.set("items", one);
        } else
            schema.setAll(one);
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode record(Class<?> record) {
        var schema = JSON.createObjectNode();
        describe(schema, record);
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        Keys.components(record).forEach((key, component) -> {
            var property = type(component.getGenericType());
            describe(property, component);
            properties.set(key, property);
        });
        schema.putObject("patternProperties").putObject("^x-");
        schema.put("additionalProperties", false);
        return schema;
    }

    private static ObjectNode type(Type type) {
        var schema = JSON.createObjectNode();
        if (type instanceof ParameterizedType generic) {
            var element = type(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            if (generic.getRawType() != List.class) {
                schema.put("type", "object");
                schema.set("additionalProperties", element);
                return schema;
            }
            var list = JSON.createObjectNode();
            list.put("type", "array");
            list.set("items", element);
            schema.putArray("anyOf").add(list).add(element.deepCopy()); // one value stands for a list of one
            return schema;
        }
        return single(schema, (Class<?>) type);
    }

    private static ObjectNode single(ObjectNode schema, Class<?> type) {
        if (type.isRecord()) {
            var alone = Binding.alone(type);
            if (alone.isEmpty()) return record(type);
            schema.putArray("anyOf").add(record(type)).add(type(alone.get().getGenericType()));
            return schema;
        }
        if (type.isEnum()) {
            var words = schema.putArray("enum");
            for (var constant : type.getEnumConstants()) {
                var word = Keys.word(constant);
                if (word.equals("true") || word.equals("false")) words.add(Boolean.parseBoolean(word));
                else
                    words.add(word);
            }
        } else if (type == boolean.class) schema.put("type", "boolean");
        else if (type == Integer.class) schema.put("type", "integer");
        else if (type == BigDecimal.class) {
            strings(schema, "number").put("pattern", "^" + SCALAR_NUMBER.pattern() + "$");
        } else if (type == LocalDate.class) schema.put("type", "string").put("format", "date");
        else if (type == Period.class)
            schema.put("type", "string").put("pattern", "^([0-9]+ ?)?(day|week|month|year)s?$");
        else if (type == String.class) strings(schema, "number", "boolean"); // 1.10 is read as written
        return schema;
    }

    private static ObjectNode strings(ObjectNode schema, String... others) {
        var types = schema.putArray("type").add("string");
        Arrays.stream(others).forEach(types::add);
        return schema;
    }

    private static void describe(ObjectNode schema, AnnotatedElement element) {
        var about = element.getAnnotation(About.class);
        if (about != null) schema.put("description", about.value());
    }
}

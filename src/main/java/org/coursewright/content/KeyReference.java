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
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The reference of all keys, made from the records that the reader binds to: it cannot differ from it.
public final class KeyReference {

    private static final String HEAD = """
            # Keys

            Every key of every file of a school, made from the program itself (`bin/coursewright schemas` writes the same as
            JSON Schemas for editors). Every key can be left out, unless it says otherwise. Keys that begin with `x-` are
            yours.
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private KeyReference() {}

    public static String markdown(Collection<? extends ContentKind> kinds) {
        var all = new TreeMap<String, Keys<?>>();
        kinds.forEach(kind -> all.putAll(kind.keys()));
        var reference = new KeyReference();
        all.forEach((name, keys) -> {
            reference.text.append("\n## ").append(name).append("\n\n").append(about(keys.type())).append("\n");
            reference.table("", keys.type());
        });
        return reference.text.toString();
    }

    private void table(String parent, Class<?> record) {
        text.append("\n| Key | Value | Meaning |\n| --- | --- | --- |\n");
        rows(parent, record);
    }

    private void rows(String parent, Class<?> record) {
        Keys.components(record).forEach((key, component) -> {
            var type = component.getGenericType();
            text.append("| `").append(parent).append(key).append("` | ").append(value(type)).append(" | ")
                    .append(about(component).replace("|", "\\|")).append(" |\n");
            var inner = innermost(type);
            if (inner.isRecord()) rows(parent + key + (type instanceof Class ? "." : "[]."), inner);
        });
    }

    private static String value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var element = value(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            return generic.getRawType() == List.class ? "list of " + element : "keys to " + element;
        }
        var single = (Class<?>) type;
        if (single.isEnum())
            return Arrays.stream(single.getEnumConstants())
                    .map(constant -> "`" + Keys.word(constant) + "`")
                    .collect(Collectors.joining(", "));
        if (single.isRecord())
            return "keys" + Binding.alone(single)
                    .map(alone -> ", or its `" + Keys.key(alone.getName()) + "` alone")
                    .orElse("");
        if (single == boolean.class) return "`true`, `false`";
        if (single == Integer.class) return "whole number";
        if (single == BigDecimal.class) return "number";
        if (single == LocalDate.class) return "day";
        if (single == Period.class) return "time";
        return single == String.class ? "text" : "any";
    }

    private static Class<?> innermost(Type type) {
        return type instanceof ParameterizedType generic
                ? innermost(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private static String about(AnnotatedElement element) {
        var about = element.getAnnotation(About.class);
        return about == null ? "" : about.value();
    }
}

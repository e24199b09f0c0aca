package org.coursewright.question;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.TypeRef;
import com.jayway.jsonpath.spi.mapper.MappingException;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// JSONPath of authors, on output that students pasted: in a bounded number of steps. See docs/decisions/0025.
final class JsonSearch {

    private static final int LONGEST = 500;

    private JsonSearch() {}

    /// What is wrong with a path, as a sentence for its author.
    static Optional<String> fault(String path) {
        if (path.length() > LONGEST)
            return Optional.of("A JSONPath is longer than " + LONGEST + " characters. Shorten it.");
        if (path.contains("=~"))
            return Optional.of("The JSONPath '" + path + "' has a regular expression. Take 'output' for that.");
        try {
            JsonPath.compile(path);
            return Optional.empty();
        } catch (RuntimeException unreadable) { // its parser throws more than its own exceptions
            return Optional
                    .of("The JSONPath '" + path + "' cannot be read. It begins with $, as in $.Buckets[0].Name.");
        }
    }

    /// Whether the path leads to something in the text; not where the text is no JSON, or searching takes too long.
    static boolean finds(String path, String text) {
        if (fault(path).isPresent()) return false;
        try {
            var json = JsonMapper.shared().readValue(text, Object.class);
            if (json == null) return false;
            var found = JsonPath.compile(path).read(json, Configuration.builder()
                    .jsonProvider(new CountedJson())
                    .mappingProvider(new NoMapping())
                    .options(Option.ALWAYS_RETURN_LIST)
                    .build());
            return !(found instanceof List<?> list) || !list.isEmpty();
        } catch (JacksonException noJson) {
            return false;
        } catch (RuntimeException notFound) { // a missing key, or a function that does not suit what is there
            return false;
        }
    }

    /// Nothing is turned into objects here.
    private static final class NoMapping implements MappingProvider {

        @Override
        public <T> T map(Object source, Class<T> type, Configuration configuration) {
            throw new MappingException("no mapping to " + type);
        }

        @Override
        public <T> T map(Object source, TypeRef<T> type, Configuration configuration) {
            throw new MappingException("no mapping to " + type.getType());
        }
    }
}

package org.coursewright.site;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lets parts see maps, lists and texts and nothing else: no fields, no methods, no classes, whatever the name.
final class MapsOnly implements Mustache.Collector {

    private static final Mustache.VariableFetcher OF_MAP = (map, name) -> {
        var value = ((Map<?, ?>) map).get(name);
        return value == null ? Template.NO_FETCHER_FOUND : value;
    };

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        RenderingLimits.check();
        return value instanceof List<?> list ? list.iterator() : null;
    }

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Map<?, ?> ? OF_MAP : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }
}

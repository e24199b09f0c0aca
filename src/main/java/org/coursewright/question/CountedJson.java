package org.coursewright.question;

import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/// JSON as maps and lists for one search, which ends after so many steps: `$..*..*..*` would visit all of it again and
/// again.
final class CountedJson extends AbstractJsonProvider {

    private static final int MOST_STEPS = 500_000; // some hundredths of a second; 100 kB have about 10,000 parts

    private int steps;

    @Override
    public boolean isArray(Object node) {
        if (++steps > MOST_STEPS) throw new JsonPathException("more than " + MOST_STEPS + " steps");
        return super.isArray(node);
    }

    @Override
    public boolean isMap(Object node) {
        if (++steps > MOST_STEPS) throw new JsonPathException("more than " + MOST_STEPS + " steps");
        return super.isMap(node);
    }

    @Override
    public Object getMapValue(Object node, String key) {
        if (++steps > MOST_STEPS) throw new JsonPathException("more than " + MOST_STEPS + " steps");
        return super.getMapValue(node, key);
    }

    @Override
    public Object parse(String json) {
        return JsonMapper.shared().readValue(json, Object.class);
    }

    @Override
    public Object parse(InputStream json, String charset) {
        return JsonMapper.shared().readValue(json, Object.class);
    }

    @Override
    public String toJson(Object node) {
        return JsonMapper.shared().writeValueAsString(node);
    }

    @Override
    public Object createArray() {
        return new ArrayList<>();
    }

    @Override
    public Object createMap() {
        return new LinkedHashMap<>();
    }
}

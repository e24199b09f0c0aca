package org.coursewright.site;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The parts of a theme, compiled: logic-less Mustache over plain maps. A name is looked up in the school's own parts,
/// then in the core's.
final class Parts {

    /// Our own parts are trusted with time, not with size: the first page waits for compiling.
    private static final Duration OF_CORE = Duration.ofSeconds(10);

    static final Parts CORE = new Parts(Map.of());

    private final Map<String, String> own;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler;

    /// @param own name to text; each compiles, and none of them includes itself by detours: see [OwnParts]
    Parts(Map<String, String> own) {
        this.own = own;
        this.compiler = compiler(own);
    }

    /// Renders a part with what it includes. A school's own part that fails is left out: the core renders the page.
    ///
    /// @param failed hears why the own parts were left out
    String render(String part, Map<String, Object> data, java.util.function.Consumer<String> failed) {
        if (own.isEmpty()) return execute(part, data, OF_CORE);
        try {
            return SiteHtml.sanitised(execute(part, data, RenderingLimits.LONGEST));
        } catch (RenderingLimits.Exceeded | MustacheException broken) {
            failed.accept(String.valueOf(broken.getMessage()));
            return CORE.render(part, data, failed);
        }
    }

    private String execute(String part, Map<String, Object> data, Duration longest) {
        var template = compiled.computeIfAbsent(part, name -> compiler.compile(text(name, own)));
        return RenderingLimits.within(longest, writer -> template.execute(data, writer));
    }

    /// Throws where the text is no Mustache.
    static void compile(String text) {
        compiler(Map.of()).compile(text);
    }

    private static Mustache.Compiler compiler(Map<String, String> own) {
        var texts = new HashMap<>(own);
        return Mustache.compiler()
                .escapeHTML(true)
                .defaultValue("")
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .withCollector(new MapsOnly())
                .withLoader(name -> new StringReader(text(name, texts)));
    }

    private static String text(String name, Map<String, String> own) {
        var text = own.get(name);
        return text != null ? text : CoreParts.text(name);
    }
}

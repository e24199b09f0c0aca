package org.coursewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/// Modules, and their diagram in docs/architecture.md, which is what the code says. After a change:
/// `-Ddiagram.write=true`.
class ArchitectureTest {

    private static final Path FILE = Path.of("docs/architecture.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    @Test
    void modulesKeepToTheirWrittenDependencies() {
        ApplicationModules.of(Coursewright.class).verify();
    }

    @Test
    void theDiagramOfTheModulesIsCurrent() throws IOException {
        var page = Files.readString(FILE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END, begin + BEGIN.length());
        assertThat(begin).as("a mermaid block").isNotNegative();
        var current = page.substring(0, begin) + BEGIN + diagram() + page.substring(end);
        if (Boolean.getBoolean("diagram.write")) Files.writeString(FILE, current);
        assertThat(FILE).content().isEqualTo(current);
    }

    /// Each module and what it uses, without what follows from that.
    private static String diagram() {
        var uses = uses();
        var text = new StringBuilder("flowchart BT\n");
        uses.forEach((module, used) -> {
            var indirect = new HashSet<String>();
            used.forEach(one -> reach(one, uses, indirect));
            used.stream().filter(one -> !indirect.contains(one))
                    .forEach(one -> text.append("  ").append(module).append(" --> ").append(one).append('\n'));
        });
        return text.toString();
    }

    private static Map<String, Set<String>> uses() {
        var modules = ApplicationModules.of(Coursewright.class);
        var uses = new TreeMap<String, Set<String>>();
        for (ApplicationModule module : modules)
            uses.put(name(module), module.getDirectDependencies(modules, DependencyType.values())
                    .stream()
                    .map(dependency -> name(dependency.getTargetModule()))
                    .filter(name -> !name.equals(name(module)))
                    .collect(TreeSet::new, Set::add, Set::addAll));
        return uses;
    }

    private static void reach(String module, Map<String, Set<String>> uses, Set<String> reached) {
        for (var next : uses.getOrDefault(module, Set.of()))
            if (reached.add(next)) reach(next, uses, reached);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}

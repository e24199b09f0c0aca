package org.coursewright.exam;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import org.coursewright.content.YamlFile;
import org.jspecify.annotations.Nullable;

/// Whether an exam can be held as a blueprint says.
final class BlueprintChecks {

    private static final int WHOLE = 100;

    private final YamlFile file;
    private final BlueprintKeys keys;

    BlueprintChecks(YamlFile file, BlueprintKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    void check() {
        domains();
        weights();
        items();
        scale();
        sections();
        var valid = keys.valid();
        if (valid != null && valid.from() != null && valid.until() != null && valid.until().isBefore(valid.from()))
            file.error(file.line("valid", "until"), "This version ends before it begins. Correct 'from' or 'until'.");
    }

    private void domains() {
        if (keys.domains().isEmpty()) {
            file.warning(file.line("domains"),
                    "This version has no 'domains'. Say what is examined and how much of each.");
            return;
        }
        var ids = new HashSet<String>();
        var tasks = new HashSet<String>();
        for (int i = 0; i < keys.domains().size(); i++) {
            var domain = keys.domains().get(i);
            int line = file.line("domains", i);
            if (domain.id() == null) file.error(line, "A domain needs an 'id': a short word for questions to name.");
            else if (!ids.add(domain.id()))
                file.error(line, "Two domains have the id '" + domain.id() + "'. Give one of them another.");
            for (var task : domain.tasks()) {
                if (task.id() == null) file.error(line, "A task needs an 'id', such as \"1.1\".");
                else if (!tasks.add(task.id()))
                    file.error(line, "Two tasks have the id '" + task.id() + "'. Give one of them another.");
            }
        }
    }

    private void weights() {
        var sum = new Range(0, 0);
        for (int i = 0; i < keys.domains().size(); i++) {
            var weight = range(keys.domains().get(i).weight(), "weight", "domains", i, "weight");
            if (weight.isEmpty()) return;
            sum = sum.plus(weight.get());
        }
        if (keys.domains().isEmpty() || sum.holds(WHOLE)) return;
        var said = sum.isExact() ? number(sum.from()) : number(sum.from()) + "-" + number(sum.to());
        file.error(file.line("domains"), "The weights of the domains sum to " + said + ", not to 100. Correct them.");
    }

    private void items() {
        var items = keys.items();
        if (items == null) {
            file.warning(file.line("items"),
                    "This version does not say how many questions it has. Add 'items: { scored: 50 }'.");
            return;
        }
        range(items.scored() == null ? "" : items.scored(), "scored", "items", "scored");
        if (items.unscored() != null) range(items.unscored(), "unscored", "items", "unscored");
    }

    private void scale() {
        var scale = keys.scale();
        if (scale == null) return;
        var min = scale.min() == null ? BigDecimal.ZERO : scale.min();
        var max = scale.max() == null ? BigDecimal.valueOf(WHOLE) : scale.max();
        int line = file.line("scale");
        if (min.compareTo(max) >= 0) file.error(line, "The 'scale' must rise from 'min' to 'max'.");
        else if (scale.pass() == null) file.error(line, "The 'scale' needs 'pass': the result that passes.");
        else if (scale.pass().compareTo(min) <= 0 || scale.pass().compareTo(max) > 0)
            file.error(line, "'pass' must lie between 'min' and 'max' of the scale.");
    }

    private void sections() {
        var titles = new HashSet<String>();
        for (int i = 0; i < keys.sections().size(); i++) {
            var section = keys.sections().get(i);
            if (section.title() != null) titles.add(section.title());
            if (section.items() != null) range(section.items(), "items", "sections", i, "items");
            for (var domain : section.domains())
                if (keys.domains().stream().noneMatch(known -> domain.equals(known.id())))
                    file.error(file.line("sections", i, "domains"),
                            "There is no domain '" + domain + "' in this version.");
        }
        for (int i = 0; i < keys.breaks().size(); i++) {
            var after = keys.breaks().get(i).after();
            if (after != null && !titles.contains(after))
                file.error(file.line("breaks", i), "There is no section '" + after + "' for a break to follow.");
        }
    }

    private Optional<Range> range(@Nullable String written, String key, Object... way) {
        var range = Range.of(written == null ? "" : written);
        if (range.isEmpty())
            file.error(file.line(way), "'" + key + "' must be a number such as 30, or a range such as 25-30.");
        return range;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

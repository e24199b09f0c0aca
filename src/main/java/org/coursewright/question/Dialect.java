package org.coursewright.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.coursewright.content.Markdown;
import org.coursewright.content.Nodes;
import org.jspecify.annotations.Nullable;

/// Finds questions in Markdown: a level-3 heading starts one, its last task list or `yaml question` block answers it.
final class Dialect {

    private static final Pattern TASK = Pattern.compile("^[-*+]\\s{1,4}\\[([ xX])]\\s*");
    private static final Pattern EXPLANATION = Pattern.compile("^(?:\\*\\*|__)?Explanation:?(?:\\*\\*|__)?:?\\s*");

    private final Lines lines;
    private final int firstLine;
    private final List<Node> definitions = new ArrayList<>();
    private final List<Written.Group> groups = new ArrayList<>();
    private final List<Written> questions = new ArrayList<>();
    private final List<Node> intro = new ArrayList<>();
    private final List<Node> blocks = new ArrayList<>();
    private @Nullable Heading group;
    private @Nullable Heading question;

    private Dialect(String text, int firstLine) {
        this.lines = new Lines(text);
        this.firstLine = firstLine;
    }

    /// @param firstLine line of the file where the text begins, 1 = the first
    static List<Written.Group> read(String text, int firstLine) {
        return new Dialect(text, firstLine).read(Markdown.parse(text));
    }

    private List<Written.Group> read(Node root) {
        Nodes.in(root).filter(LinkReferenceDefinition.class::isInstance).forEach(definitions::add);
        Nodes.in(root).forEach(node -> {
            switch (node) {
                case Heading heading when heading.getLevel() <= 2 -> {
                    endGroup();
                    group = heading.getLevel() == 2 ? heading : null;
                }
                case Heading heading when heading.getLevel() == 3 -> {
                    endQuestion();
                    question = heading;
                }
                case LinkReferenceDefinition _ -> {
                }
                default -> (question == null ? intro : blocks).add(node);
            }
        });
        endGroup();
        return groups;
    }

    private void endGroup() {
        endQuestion();
        var said = intro.stream().filter(node -> !isOrnament(node)).toList();
        boolean worthReading = said.stream().anyMatch(node -> !(node instanceof TableBlock));
        var text = worthReading ? withDefinitions(lines.of(said)) : "";
        var mark = group == null ? new NamedText("", null) : mark(group);
        int line = group == null ? firstLine : line(group);
        int textLine = said.isEmpty() ? line : line(said.getFirst());
        boolean isCase = group != null && !questions.isEmpty();
        if (isCase || !questions.isEmpty() || group == null && !text.isEmpty())
            groups.add(new Written.Group(line, mark.id(), mark.text(), text, textLine, List.copyOf(questions)));
        questions.clear();
        intro.clear();
        group = null;
    }

    private void endQuestion() {
        if (question != null) questions.add(question(question, List.copyOf(blocks)));
        blocks.clear();
        question = null;
    }

    private Written question(Heading heading, List<Node> parts) {
        int block = lastIndex(parts, Dialect::isBlock);
        int list = lastIndex(parts, Dialect::isTaskList);
        int answer = list >= 0 ? list : block >= 0 ? block : parts.size();
        var stem = parts.subList(0, answer).stream().filter(node -> !isOrnament(node)).toList();
        var after = new ArrayList<Node>();
        for (int i = answer; i < parts.size(); i++)
            if (i != list && i != block && !isOrnament(parts.get(i))) after.add(parts.get(i));
        var reading = new Afterwards();
        after.forEach(reading::add);
        var mark = mark(heading);
        var yaml = block < 0 ? null : (FencedCodeBlock) parts.get(block);
        return new Written(
                line(heading), mark.id(), mark.text(), withDefinitions(lines.of(stem)),
                stem.isEmpty() ? line(heading) : line(stem.getFirst()),
                list < 0 ? List.of() : options(parts.get(list)), withDefinitions(reading.text()), reading.begin(),
                reading.sources, yaml == null ? null : yaml.getLiteral(), yaml == null ? 0 : line(yaml) + 1);
    }

    private List<Written.Option> options(Node list) {
        return Nodes.in(list).map(item -> {
            var quotes = Nodes.in(item).filter(BlockQuote.class::isInstance).toList();
            var written = lines.item(item, quotes);
            var task = TASK.matcher(written);
            boolean right = task.find() && !task.group(1).equals(" ");
            var text = task.replaceFirst("");
            int end = text.indexOf('\n');
            var mark = NamedText.of(end < 0 ? text : text.substring(0, end));
            var why = String.join("\n\n", quotes.stream().map(lines::unquoted).toList());
            return new Written.Option(
                    mark.id(), end < 0 ? mark.text() : mark.text() + text.substring(end), right, why, line(item));
        }).toList();
    }

    /// What follows the options: explanation and references.
    private final class Afterwards {

        private final List<Written.Source> sources = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private int begin;

        void add(Node node) {
            var links = References.only(node);
            if (links.isPresent()) {
                links.get().forEach(link -> sources.add(new Written.Source(
                        Nodes.text(link), link.getDestination(), line(node))));
                return;
            }
            if (begin == 0) begin = line(node);
            texts.add(node instanceof BlockQuote ? lines.unquoted(node) : lines.of(List.of(node)));
        }

        String text() {
            return EXPLANATION.matcher(String.join("\n\n", texts)).replaceFirst("");
        }

        int begin() {
            return begin;
        }
    }

    /// The text with the definitions of links that it uses.
    private String withDefinitions(String text) {
        var used = definitions.stream()
                .filter(node -> node instanceof LinkReferenceDefinition definition
                        && text.toLowerCase(Locale.ROOT).contains(
                                "[" + definition.getLabel().toLowerCase(Locale.ROOT) + "]"))
                .toList();
        return used.isEmpty() ? text : text + "\n\n" + lines.of(used);
    }

    private NamedText mark(Heading heading) {
        var written = lines.get(Lines.first(heading)).strip().replaceFirst("^#{1,6}\\s*", "");
        return NamedText.of(written.endsWith(" #") ? written.replaceFirst(" #{1,6}$", "") : written);
    }

    private int line(Node node) {
        return firstLine + Lines.first(node);
    }

    private static int lastIndex(List<Node> nodes, Predicate<Node> wanted) {
        for (int i = nodes.size() - 1; i >= 0; i--)
            if (wanted.test(nodes.get(i))) return i;
        return -1;
    }

    private static boolean isTaskList(Node node) {
        return node instanceof ListBlock
                && Nodes.in(node).allMatch(item -> item.getFirstChild() instanceof TaskListItemMarker);
    }

    private static boolean isBlock(Node node) {
        return node instanceof FencedCodeBlock fence
                && Optional.ofNullable(fence.getInfo()).orElse("").strip().matches("ya?ml\\s+question");
    }

    /// What a Git host's reader wants and nobody else: rules between questions, comments, "back to top".
    private static boolean isOrnament(Node node) {
        if (node instanceof ThematicBreak) return true;
        if (node instanceof HtmlBlock html)
            return html.getLiteral().strip().startsWith("<!--") && html.getLiteral().strip().endsWith("-->");
        return References.only(node).stream()
                .flatMap(List::stream)
                .anyMatch(link -> link.getDestination().startsWith("#"))
                && !(node instanceof BulletList list && list.getFirstChild() instanceof TaskListItemMarker);
    }
}

package org.coursewright.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.FrontMatter;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.SourceFile;
import org.coursewright.content.TextFile;
import org.coursewright.content.TitledText;
import org.coursewright.content.YamlFile;
import org.coursewright.content.YamlValue;
import org.coursewright.platform.Slug;
import org.springframework.stereotype.Component;

/// Reads `cards/`: a folder is a deck, every Markdown file below it a part of it.
@Component
public final class DeckContent implements ContentKind {

    private static final Keys<DeckKeys> DECK = new Keys<>(DeckKeys.class, "a deck");
    private static final Keys<CardKeys> CARDS = new Keys<>(CardKeys.class, "a file of cards");

    @Override
    public Map<String, Keys<?>> keys() {
        return Map.of("deck", DECK, "cards", CARDS);
    }

    @Override
    public void read(FolderReading folder) {
        folder.foldersOf("cards").forEach(deck -> read(folder, deck));
    }

    private static void read(FolderReading folder, String deck) {
        var written = YamlFile.of(folder, deck, "deck.yaml");
        var keys = written.read(DECK);
        var name = folder.nameOf(deck);
        var sections = new ArrayList<Item.Section>();
        folder.tree().under(deck).stream()
                .filter(file -> file.hasExtension("md") && !file.name().equalsIgnoreCase("readme.md"))
                .forEach(file -> cards(folder, file, sections));
        if (sections.isEmpty())
            written.warning(0, "This deck has no card yet. Add a Markdown file with a line 'front :: back'.");
        folder.add(new Item(
                "deck", written.place(), 1, deck.isEmpty() ? "." : deck, keys.id(), written.slug(keys.slug(), name),
                keys.title() == null ? Names.title(name) : keys.title(),
                Keys.json(new DeckKeys(null, null, null, keys.summary())), "", new TreeMap<>(), null, sections,
                List.of()));
    }

    private static void cards(FolderReading folder, SourceFile file, List<Item.Section> sections) {
        var text = folder.text(file).flatMap(whole -> FrontMatter.parse(folder, file.path(), whole));
        if (text.isEmpty()) return;
        var keys = CARDS.read(folder, file.path(), text.get().keys());
        if (keys.draft()) return;
        var cards = CardFile.read(text.get().body(), text.get().bodyLine());
        if (cards.isEmpty())
            folder.warning(file.path(), text.get().bodyLine(),
                    "There is no card in this file. A card is a line 'front :: back', or '### front' with its back below.");
        var names = new HashMap<String, Integer>();
        var items = cards.stream().map(card -> card(folder, file, keys, card, names)).toList();
        var title = TitledText.of(text.get().body()).title(keys.title(), Names.withoutExtension(file.name()));
        if (!items.isEmpty()) sections.add(new Item.Section(title, items));
    }

    private static Item card(
            FolderReading folder, SourceFile file, CardKeys keys, CardFile.Card card, HashMap<String, Integer> names) {
        if (card.back().isBlank() || card.front().isBlank())
            folder.error(file.path(), card.line(), "This card has only one side. Write the other one.");
        var parts = new TextFile(folder, file, new FrontMatter(
                YamlValue.Mapping.empty(1), card.front() + "\n\n" + card.back(), card.line()));
        var slug = Slug.of(card.front());
        int count = names.merge(slug.value(), 1, Integer::sum);
        var name = card.id() != null ? card.id() : count == 1 ? slug.value() : slug + "-" + count;
        var front = new CardFront(card.front(), keys.domain(), keys.task(), keys.tags());
        return new Item(
                "card", file.path(), card.line(), file.path() + "#" + name, card.id(), slug, card.front(),
                Keys.json(front), card.back(), parts.files(), null, List.of(), parts.references());
    }
}

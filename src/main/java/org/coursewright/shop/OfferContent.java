package org.coursewright.shop;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coursewright.content.ContentKind;
import org.coursewright.content.FolderReading;
import org.coursewright.content.Item;
import org.coursewright.content.Keys;
import org.coursewright.content.Names;
import org.coursewright.content.Yaml;
import org.coursewright.content.YamlValue;
import org.coursewright.platform.Slug;
import org.springframework.stereotype.Component;

/// Reads `offers.yaml`: offers and coupons, each an entry of one list.
@Component
public final class OfferContent implements ContentKind {

    private static final Keys<OfferKeys> OFFER = new Keys<>(OfferKeys.class, "an offer", true);
    private static final Set<String> OPENS = Set.of("course", "exam", "bank", "deck", "lesson");
    private static final String PATH = "offers.yaml";

    @Override
    public Map<String, Keys<?>> keys() {
        return Map.of("offers", OFFER);
    }

    @Override
    public void read(FolderReading folder) {
        if (!folder.at().isEmpty()) return;
        folder.tree()
                .file(PATH)
                .flatMap(folder::text)
                .filter(text -> !text.isBlank())
                .flatMap(text -> Yaml.parse(folder, PATH, text, 1))
                .ifPresent(value -> entries(folder, value));
    }

    private static void entries(FolderReading folder, YamlValue value) {
        if (!(value instanceof YamlValue.Sequence list)) {
            folder.error(PATH, value.line(), "This file is a list of offers: each begins with '- id: NAME'.");
            return;
        }
        for (var entry : list.values()) {
            if (entry instanceof YamlValue.Mapping mapping) offer(folder, mapping);
            else
                folder.error(PATH, entry.line(), "An offer has keys: '- id: NAME', then 'grants:' and 'price:'.");
        }
    }

    private static void offer(FolderReading folder, YamlValue.Mapping mapping) {
        var keys = OFFER.read(folder, PATH, mapping);
        if (keys.draft()) return;
        int line = mapping.line();
        boolean isCoupon = keys.coupon() != null;
        new OfferChecks(folder, mapping, keys).check();
        var name = keys.id() != null ? keys.id() : keys.coupon();
        if (name == null) {
            folder.error(PATH, line, "An offer needs an 'id': a word that stays, such as saa-once.");
            return;
        }
        var wanted = isCoupon ? keys.offers() : keys.grants();
        var references = wanted.stream()
                .filter(target -> isCoupon || isReference(target))
                .map(target -> isCoupon
                        ? new Item.Reference(target, "offer", target, mapping.line("offers"))
                        : reference(target, mapping.line("grants")))
                .toList();
        var front = new OfferKeys(
                null, null, keys.summary(), keys.grants(), keys.price(), keys.tax(), keys.every(), keys.trial(),
                keys.instalments(), keys.access(), keys.seats(), keys.until(), false, keys.coupon(), keys.percent(),
                keys.off(), keys.offers(), keys.uses());
        folder.add(new Item(
                isCoupon ? "coupon" : "offer", PATH, line, PATH + "#" + name, keys.id(), Slug.of(name),
                keys.title() == null ? Names.title(name) : keys.title(), Keys.json(front), "", new TreeMap<>(), null,
                List.of(), references));
    }

    static boolean isReference(String target) {
        int slash = target.indexOf('/');
        return slash > 0 && slash < target.length() - 1 && OPENS.contains(target.substring(0, slash));
    }

    private static Item.Reference reference(String target, int line) {
        int slash = target.indexOf('/');
        return new Item.Reference(target, target.substring(0, slash), target.substring(slash + 1), line);
    }
}

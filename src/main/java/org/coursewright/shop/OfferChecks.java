package org.coursewright.shop;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.coursewright.content.FolderReading;
import org.coursewright.content.YamlValue;
import org.jspecify.annotations.Nullable;

/// Whether an offer can be sold as it is written.
final class OfferChecks {

    private static final String PATH = "offers.yaml";
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final FolderReading folder;
    private final YamlValue.Mapping mapping;
    private final OfferKeys keys;

    OfferChecks(FolderReading folder, YamlValue.Mapping mapping, OfferKeys keys) {
        this.folder = folder;
        this.mapping = mapping;
        this.keys = keys;
    }

    void check() {
        if (keys.coupon() == null) offer();
        else
            coupon();
        amounts("price", keys.price());
        amounts("off", keys.off());
        keys.seats().forEach(seats -> amounts("seats", seats.price()));
    }

    private void offer() {
        if (keys.grants().isEmpty())
            error("grants", "An offer must grant something: add 'grants: [course/NAME]' or 'grants: [school]'.");
        keys.grants().stream()
                .filter(target -> !target.equals("school") && !OfferContent.isReference(target))
                .forEach(target -> error("grants", "'" + target
                        + "' cannot be granted. Write course/NAME, exam/NAME, bank/NAME, deck/NAME or school."));
        if (keys.price().isEmpty()) error("price", "An offer needs a price: 'price: { EUR: 49.00 }'.");
        if (keys.trial() != null && keys.every() == null)
            error("trial", "Only a subscription has a trial. Add 'every: month', or remove 'trial'.");
        if (keys.instalments() != null && keys.every() != null)
            error("instalments", "A subscription is not paid in parts. Remove 'instalments' or 'every'.");
        if (keys.instalments() != null && keys.instalments() < 2)
            error("instalments", "'instalments' must be 2 or more.");
        if (keys.percent() != null || !keys.off().isEmpty() || keys.uses() != null || !keys.offers().isEmpty())
            error("percent",
                    "'percent', 'off', 'uses' and 'offers' belong to a coupon. Add 'coupon: CODE' to make it one.");
    }

    private void coupon() {
        var percent = keys.percent();
        if ((percent == null) == keys.off().isEmpty())
            error("coupon", "A coupon takes either 'percent: 20' or 'off: { EUR: 10.00 }'.");
        if (percent != null && (percent.signum() <= 0 || percent.compareTo(WHOLE) > 0))
            error("percent", "'percent' must lie between 0 and 100.");
        if (!keys.grants().isEmpty() || !keys.price().isEmpty())
            error("coupon", "A coupon has no 'grants' and no 'price': name its 'offers'.");
    }

    private void amounts(String key, Map<String, BigDecimal> amounts) {
        amounts.forEach((code, amount) -> {
            var currency = currency(code);
            if (currency == null)
                error(key, "'" + code + "' is no currency. Write three letters, such as EUR.");
            else if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits())
                error(key, "'" + amount.toPlainString() + "' is no amount of " + code + ".");
        });
    }

    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private void error(String key, String message) {
        folder.error(PATH, mapping.line(key), message);
    }
}

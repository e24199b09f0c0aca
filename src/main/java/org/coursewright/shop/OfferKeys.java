package org.coursewright.shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.coursewright.content.About;
import org.coursewright.content.Alone;
import org.jspecify.annotations.Nullable;

/// The keys of an entry of `offers.yaml`.
@About("An offer or a coupon: an entry of offers.yaml.")
record OfferKeys(
        @About("Its word, in addresses too; never used again for another.") @Nullable String id,
        @About("Title; made from the id by default.") @Nullable String title,
        @About("One or two sentences.") @Nullable String summary,
        @About("What it opens: course/NAME, exam/NAME, bank/NAME, deck/NAME, or school for everything.") List<String> grants,
        @About("Currency to amount: { EUR: 49.00 }.") Map<String, BigDecimal> price,
        @About("inclusive: the price has the tax in it; exclusive: it is added.") @Nullable Tax tax,
        @About("Of a subscription: how often it is paid, such as month or 3 months.") @Nullable Period every,
        @About("Of a subscription: free time before the first payment, such as 7 days.") @Nullable Period trial,
        @About("Paid in parts: how many, a month apart.") @Nullable Integer instalments,
        @About("How long it opens what it grants; for ever by default.") @Nullable Period access,
        @About("Prices for teams: from how many seats, at which price each.") List<Seats> seats,
        @About("Last day on which it is sold.") @Nullable LocalDate until,
        @About("true: not sold yet.") boolean draft,
        @About("Makes the entry a coupon: its code.") @Nullable String coupon,
        @About("Of a coupon: percent off.") @Nullable BigDecimal percent,
        @About("Of a coupon: amount off, by currency.") Map<String, BigDecimal> off,
        @About("Of a coupon: offers that it is good for, by id; all by default.") List<String> offers,
        @About("Of a coupon: how many times it can be used.") @Nullable Integer uses) {

    /// Whether prices have the tax in them.
    enum Tax {
        INCLUSIVE, EXCLUSIVE
    }

    /// A price for several people.
    record Seats(
            @About("From how many.") @Alone @Nullable Integer from,
            @About("Price of each, by currency.") Map<String, BigDecimal> price) {}
}

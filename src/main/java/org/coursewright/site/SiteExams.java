package org.coursewright.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coursewright.content.RevisionContent;
import org.coursewright.content.Version;
import org.coursewright.exam.Blueprint;

/// What everybody may know of an exam: its versions with their days, how long it is, what passes, what it asks.
final class SiteExams {

    private final RevisionContent content;
    private final SiteWords words;
    private final DateTimeFormatter dates;
    private final boolean everything;

    /// @param everything whether the pages are those of a preview, from which nothing leads to a student's own pages
    SiteExams(RevisionContent content, SiteWords words, Locale locale, boolean everything) {
        this.content = content;
        this.words = words;
        this.dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.everything = everything;
    }

    List<PageDraft> drafts() {
        return content.ofKind("exam").stream().map(this::page).toList();
    }

    /// A card of each exam, for lists.
    List<Map<String, Object>> cards() {
        return content.ofKind("exam").stream().map(this::card).toList();
    }

    /// In words and with the address of a card of a course, which shows both.
    private Map<String, Object> card(Version exam) {
        var card = new HashMap<String, Object>();
        card.put("title", exam.title());
        card.put("url", Addresses.exam(exam));
        card.put("summary", Front.text(exam, "summary"));
        card.put("level", Front.text(exam, "issuer"));
        card.put("price", Front.text(exam, "access").equals("offers") ? "" : words.say("free"));
        card.put("image", Front.file(exam, Front.text(exam, "image")));
        card.put("cover", CoursePages.cover(exam));
        var versions = versions(exam);
        if (!versions.isEmpty()) {
            var blueprint = Blueprint.of(versions.getLast().front());
            card.put("lessons", words.say("exam.questions", blueprint.scored().plus(blueprint.unscored()).words()));
            if (blueprint.minutes() != null) card.put("duration", words.duration(blueprint.minutes()));
        }
        return card;
    }

    private PageDraft page(Version exam) {
        var data = new HashMap<>(card(exam));
        data.put("action", Map.of(
                "text", words.say("exam.practise"),
                "url", everything ? Addresses.exam(exam) : Addresses.exam(exam) + "/attempts"));
        data.put("versions", versions(exam).stream().map(this::version).toList());
        return PageDraft.of(Addresses.exam(exam), exam.title(), Front.text(exam, "summary"), "page-exam", data);
    }

    private List<Version> versions(Version exam) {
        return content.members(exam).stream().filter(part -> part.kind().equals("exam-version")).toList();
    }

    private Map<String, Object> version(Version version) {
        var blueprint = Blueprint.of(version.front());
        var data = new HashMap<String, Object>();
        data.put("title", version.title());
        data.put("when", when(version));
        data.put("questions", blueprint.scored().plus(blueprint.unscored()).words());
        data.put("unscored", blueprint.unscored().to() == 0
                ? ""
                : words.say("exam.unscored", blueprint.unscored().words()));
        data.put("time", blueprint.minutes() == null
                ? words.say("exam.no-limit")
                : words.duration(blueprint.minutes()));
        data.put("pass", words.say(
                "exam.pass", plain(blueprint.scale().pass()), plain(blueprint.scale().min()),
                plain(blueprint.scale().max())));
        data.put("domains", blueprint.domains().stream().map(SiteExams::domain).toList());
        return data;
    }

    private static Map<String, Object> domain(Blueprint.Domain domain) {
        return Map.of(
                "title", domain.title(),
                "weight", domain.weight().words(),
                "share", Math.round((domain.weight().from() + domain.weight().to()) / 2),
                "tasks", domain.tasks().stream()
                        .map(Blueprint.Task::title)
                        .toList());
    }

    private String when(Version version) {
        var valid = version.front().path("valid");
        var from = day(valid.path("from").asString(""));
        var until = day(valid.path("until").asString(""));
        if (from.isPresent() && until.isPresent()) return words.say("exam.between", from.get(), until.get());
        if (from.isPresent()) return words.say("exam.from", from.get());
        return until.map(day -> words.say("exam.until", day)).orElseGet(() -> words.say("exam.always"));
    }

    private Optional<String> day(String written) {
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(dates.format(LocalDate.parse(written)));
        } catch (DateTimeParseException never) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

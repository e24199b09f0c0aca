package org.coursewright.exam;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.coursewright.content.About;
import org.coursewright.content.Alone;
import org.jspecify.annotations.Nullable;

/// The keys of a blueprint.
@About("A version of an exam: exams/NAME/2022-08.yaml. Weights sum to 100, or are ranges that can.")
record BlueprintKeys(
        @About("Stays when the file is renamed; the server gives one where there is none.") @Nullable String id,
        @About("Name in addresses; the file's name by default.") @Nullable String slug,
        @About("Title of this version; its code by default.") @Nullable String title,
        @About("Code of the exam, such as SAA-C03.") @Nullable String code,
        @About("When this version counts.") @Nullable Valid valid,
        @About("Time for all of it.") @Nullable Integer minutes,
        @About("How many questions there are.") @Nullable Items items,
        @About("How results are told.") @Nullable Scale scale,
        @About("What is examined, and how much of each.") List<Domain> domains,
        @About("Parts that follow one another.") List<Part> sections,
        @About("Breaks between sections.") List<Break> breaks,
        @About("When it may be taken again.") @Nullable Retake retake,
        @About("First day on which results are shown, such as 2022-09-15; at once by default.") @Nullable LocalDate resultsFrom,
        @About("Languages, such as en.") List<String> languages,
        @About("free: back and forth; forward: no way back; section: within the section.") @Nullable Navigation navigation) {

    /// The days between which a version counts.
    record Valid(
            @About("First day, such as 2022-08-30.") @Nullable LocalDate from,
            @About("Last day; open by default.") @Nullable LocalDate until) {}

    /// Counts of questions.
    record Items(
            @About("Questions that count; a number or a range such as 40-60.") @Alone @Nullable String scored,
            @About("Questions that are tried out; a number or a range.") @Nullable String unscored) {}

    /// From the least to the best result.
    record Scale(
            @About("The least, 0 by default.") @Nullable BigDecimal min,
            @About("The best, 100 by default.") @Nullable BigDecimal max,
            @About("What passes.") @Nullable BigDecimal pass) {}

    /// A field of what is examined.
    record Domain(
            @About("A word for questions to name.") @Nullable String id,
            @About("Its name.") @Nullable String title,
            @About("Percent of the exam, or a range such as 25-30.") @Nullable String weight,
            @About("What somebody must be able to do.") List<Task> tasks) {}

    /// A task, which questions, cards and lessons point at.
    record Task(
            @About("Such as \"1.1\".") @Alone @Nullable String id,
            @About("What somebody must be able to do.") @Nullable String title) {}

    /// A part of the exam.
    record Part(
            @About("Its name.") @Alone @Nullable String title,
            @About("Domains that it asks from; all by default.") List<String> domains,
            @About("How many questions; a number or a range.") @Nullable String items,
            @About("Time of its own.") @Nullable Integer minutes,
            @About("true: no way back once it is left.") boolean oneWay) {}

    /// A rest.
    record Break(
            @About("Title of the section that it follows.") @Nullable String after,
            @About("How long.") @Nullable Integer minutes,
            @About("true: the clock of the exam runs on.") boolean clockRuns) {}

    /// Rules for another try.
    record Retake(
            @About("Time to wait, such as 14 days.") @Alone @Nullable Period after,
            @About("Tries within a year.") @Nullable Integer perYear,
            @About("true: no question is asked twice.") boolean freshItems) {}

    /// Ways through the exam.
    enum Navigation {
        FREE, FORWARD, SECTION
    }
}

package org.coursewright.recall;

import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of `deck.yaml`.
@About("A deck of cards: cards/NAME/deck.yaml. The file can be left out, and every key.")
record DeckKeys(
        @About("Stays when the deck is renamed; the server gives one where there is none.") @Nullable String id,
        @About("Name by which exams and lessons find it; the folder's name by default.") @Nullable String slug,
        @About("Title; made from the folder's name by default.") @Nullable String title,
        @About("One sentence for students.") @Nullable String summary) {}

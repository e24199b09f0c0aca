package org.coursewright.question;

import org.coursewright.content.About;
import org.jspecify.annotations.Nullable;

/// The keys of `bank.yaml`.
@About("A question bank: banks/NAME/bank.yaml. The file can be left out, and every key.")
record BankKeys(
        @About("Stays when the bank is renamed; the server gives one where there is none.") @Nullable String id,
        @About("Name by which exams find it; the folder's name by default.") @Nullable String slug,
        @About("Title; made from the folder's name by default.") @Nullable String title,
        @About("One sentence for its authors.") @Nullable String summary,
        @About("Where the questions come from and who may use them.") @Nullable String source) {}

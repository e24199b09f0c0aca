package org.coursewright.exam;

/// What keeps a blueprint from being met.
///
/// @param name the domain or section, empty where it is neither
/// @param needed how many questions
/// @param had how many there are
public record Lack(Kind kind, String name, int needed, int had) {

    /// What may be lacking.
    public enum Kind {
        /// The blueprint does not say how many questions it wants.
        ITEMS,
        /// A domain has too few questions that count.
        DOMAIN,
        /// Too few are left to be tried out.
        UNSCORED,
        /// A section asks for more questions than its domains have in this exam.
        SECTION,
        /// The sections hold another number of questions than the exam or a domain has.
        ROOM,
        /// No choice was found that keeps enemies apart and case studies whole.
        TOGETHER
    }

    /// For authors who read what a check found.
    String words() {
        int less = needed - had;
        var questions = less == 1 ? "1 question" : less + " questions";
        return switch (kind) {
            case ITEMS -> "No form can be built: this version does not say how many questions it has.";
            case DOMAIN -> "Domain '" + name + "' lacks " + questions + ": " + needed + " are needed, the banks have "
                    + had + ".";
            case UNSCORED -> "Of unscored questions there lack " + less + ": " + needed
                    + " are needed beside those that count, the banks have " + had + ".";
            case SECTION -> "Section '" + name + "' lacks " + questions + ": it asks for " + needed
                    + ", its domains have " + had + " of this exam.";
            case ROOM -> name.isEmpty()
                    ? "The sections hold " + had + " questions, the exam has " + needed + "."
                    : "The sections hold " + had + " questions of domain '" + name + "', its weight makes " + needed
                            + ".";
            case TOGETHER -> "No form was found in which enemies stand apart and case studies are whole: "
                    + "write more questions without enemies.";
        };
    }
}

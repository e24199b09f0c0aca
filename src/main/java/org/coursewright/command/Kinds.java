package org.coursewright.command;

import java.util.List;
import org.coursewright.content.ContentKind;
import org.coursewright.course.CourseContent;
import org.coursewright.exam.ExamContent;
import org.coursewright.question.QuestionContent;
import org.coursewright.recall.DeckContent;
import org.coursewright.shop.OfferContent;
import org.coursewright.site.SiteContent;

/// All kinds of content, for reading a folder without the server.
final class Kinds {

    static final List<ContentKind> ALL = List.of(
            new SiteContent(), new QuestionContent(), new CourseContent(), new ExamContent(), new DeckContent(),
            new OfferContent());

    private Kinds() {}
}

package org.coursewright.exam;

import org.coursewright.job.JobHandler;
import org.coursewright.job.JobKind;
import org.coursewright.school.Schools;
import org.springframework.stereotype.Component;

/// Builds the forms of a version of an exam, or writes down what is lacking: attempts go on with the forms there are.
@Component
class FormBuilding implements JobHandler<BuildForms> {

    private static final int MOST = 200;

    private final Schools schools;
    private final Editions editions;
    private final Exams exams;
    private final Candidates candidates;

    FormBuilding(Schools schools, Editions editions, Exams exams, Candidates candidates) {
        this.schools = schools;
        this.editions = editions;
        this.exams = exams;
        this.candidates = candidates;
    }

    @Override
    public JobKind<BuildForms> kind() {
        return BuildForms.KIND;
    }

    @Override
    public void run(BuildForms order) {
        var school = schools.get(order.school());
        var found = editions.find(school, order.edition());
        if (found.isEmpty() || found.get().formed()) return;
        var edition = found.get();
        var builder = new FormBuilder(
                exams.blueprint(school, edition.versionId()), candidates.of(school, edition.id()),
                edition.pool().hashCode());
        switch (builder.build(MOST)) {
            case FormBuilder.Outcome.Built(var forms) -> editions.form(school, edition, forms);
            case FormBuilder.Outcome.Lacking(var lacks) -> editions.lack(school, edition, lacks);
        }
    }
}

package org.coursewright.exam;

import org.coursewright.job.JobKind;
import org.coursewright.job.Lane;

/// The work of building the forms of one version of an exam as it is published when the work begins.
///
/// @param edition content of the version
/// @param publication that asked for it: each asks anew, so that none is lost while another is at work
record BuildForms(long school, long edition, long publication) {

    static final JobKind<BuildForms> KIND = new JobKind<>("build-forms", BuildForms.class, Lane.SHORT, 5);

    String key() {
        return school + "/" + edition + "/" + publication;
    }
}

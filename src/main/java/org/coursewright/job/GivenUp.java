package org.coursewright.job;

/// Trying again cannot help: the job fails at once, with this reason for people.
public class GivenUp extends RuntimeException {

    public GivenUp(String reason) {
        super(reason, null, false, false);
    }
}

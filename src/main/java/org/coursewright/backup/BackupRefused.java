package org.coursewright.backup;

/// A backup or a restore that cannot be, in a sentence for the operator.
public class BackupRefused extends RuntimeException {

    BackupRefused(String sentence) {
        super(sentence, null, false, false);
    }
}

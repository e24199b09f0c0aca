package org.coursewright.content;

/// Nothing was live before what is live now.
public class NothingToRollBack extends RuntimeException {

    NothingToRollBack(String sourcePath) {
        super("Nothing to roll back: nothing else was ever published"
                + (sourcePath.isEmpty() ? "." : " at " + sourcePath + "."), null, false, false);
    }
}

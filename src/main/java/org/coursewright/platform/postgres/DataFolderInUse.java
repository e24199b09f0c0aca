package org.coursewright.platform.postgres;

import java.nio.file.Path;

/// Another program works on this data folder.
public class DataFolderInUse extends RuntimeException {

    DataFolderInUse(Path folder, String owner) {
        super("The data folder " + folder + " is in use by another Coursewright"
                + (owner.isEmpty() ? "" : " (process " + owner + ")")
                + ". Stop that one, or name another folder in COURSEWRIGHT_DATA.");
    }
}

package org.coursewright.backup;

/// Is told how far it is.
@FunctionalInterface
public interface Watch {

    /// @param step what is done now
    /// @param done so many bytes of the step
    void at(String step, long done, long total);
}

package org.coursewright.platform;

/// A setting that the program cannot start with, told in a sentence for the operator.
public final class WrongSetting extends IllegalArgumentException {

    /// @param reason names the variable; holds no password
    public WrongSetting(String reason) {
        super(reason);
    }
}

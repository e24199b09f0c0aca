package org.coursewright.video;

/// A video could not be made, in a way that another try by itself would not change.
public final class NotMade extends Exception {

    private static final long serialVersionUID = 1;
    private final transient Remark remark;
    private final String log;

    /// @param remark why, for the author
    /// @param log the last words of who tried; may be empty
    public NotMade(Remark remark, String log) {
        super(remark.key());
        this.remark = remark;
        this.log = log;
    }

    public Remark remark() {
        return remark;
    }

    public String log() {
        return log;
    }
}

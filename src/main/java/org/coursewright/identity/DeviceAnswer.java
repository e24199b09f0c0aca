package org.coursewright.identity;

/// Where the sign-in of a terminal stands.
///
/// @param school slug, once it is approved
/// @param token once it is approved; told one time
public record DeviceAnswer(State state, String school, String token) {

    /// What may happen to it.
    public enum State {
        WAITING, EXPIRED, APPROVED
    }

    static final DeviceAnswer WAITING = new DeviceAnswer(State.WAITING, "", "");
    static final DeviceAnswer EXPIRED = new DeviceAnswer(State.EXPIRED, "", "");
}

package org.coursewright.job;

/// Does one kind of work. It may run twice for the same arguments and must end the same.
public interface JobHandler<T> {

    JobKind<T> kind();

    /// @throws Exception to be tried again later, with growing pauses, until the attempts of the kind are used up
    void run(T arguments) throws Exception;

    /// Told once when the last attempt has failed, in words for people.
    default void failed(T arguments, String reason) {}
}

package org.coursewright.study;

/// A student has done a lesson that was not done before.
public record LessonCompleted(long schoolId, long studentId, long courseId, long lessonId, long versionId) {}

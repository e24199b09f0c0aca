package org.coursewright.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Ends the start with the sentence alone, instead of a stack trace. Spring Boot finds it in `META-INF/spring.factories`.
final class WrongSettingAnalyzer extends AbstractFailureAnalyzer<WrongSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongSetting wrong) {
        return new FailureAnalysis(wrong.getMessage(), "Change it and start again.", wrong);
    }
}

package org.coursewright.platform.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in two lines why the program does not start, instead of a stack trace.
class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DataFolderInUse cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause);
    }
}

package org.coursewright.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `coursewright COMMAND`: exit 0 good, 1 refused with a reason, 2 wrong usage.
@Command(name = "coursewright", description = "A school for video courses and certification exams, in one program.", mixinStandardHelpOptions = true, version = "coursewright 0.1.0", subcommands = {
        CheckCommand.class, NewCommand.class})
public final class Commands {

    private Commands() {}

    /// @return the exit code
    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Commands::refused)
                .execute(arguments);
    }

    private static int refused(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        var reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println(reason);
        return 1;
    }
}

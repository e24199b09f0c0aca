package org.coursewright.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `coursewright COMMAND`: exit 0 good, 1 refused with a reason, 2 wrong usage.
@Command(name = "coursewright", description = "A school for video courses and certification exams, in one program.", mixinStandardHelpOptions = true, version = "coursewright 0.1.0", subcommands = {
        CheckCommand.class, NewCommand.class, LoginCommand.class, PushCommand.class, PullCommand.class,
        PublishCommand.class, RollbackCommand.class, SchoolCommand.class, TokenCommand.class, EnrolCommand.class,
        BackupCommand.class, RestoreCommand.class, SchemasCommand.class})
public final class Commands {

    private Commands() {}

    /// @return the exit code
    public static int run(String... arguments) {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        System.setProperty("logback.configurationFile", "command-logging.xml"); // a terminal wants answers, not a log
        System.setProperty("jdk.console", "java.base"); // no console where output is not a terminal
        return run(line(), arguments);
    }

    /// With other places to print to.
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(line().setOut(out).setErr(err), arguments);
    }

    private static int run(CommandLine line, String... arguments) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Commands::refused)
                .execute(arguments);
    }

    private static CommandLine line() {
        return new CommandLine(new Commands());
    }

    private static int refused(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        var reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println(reason);
        return 1;
    }
}

package org.coursewright.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coursewright.identity.DeviceAnswer;
import org.coursewright.identity.DeviceStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "login", mixinStandardHelpOptions = true, description = "Signs this terminal in: you approve a code in the browser.")
final class LoginCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "URL", arity = "0..1", description = "The server; COURSEWRIGHT_URL or this machine by default.")
    private @Nullable String url;

    @Option(names = "--json", description = "The code and the address as JSON lines.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var address = Target.server(url == null ? Target.here(System.getenv()) : url);
        var remote = new Remote(address, "", Progress.of(spec.commandLine().getErr(), json));
        var start = remote.post("/api/v1/device", Map.of(), DeviceStart.class);
        if (json) out.println(Remote.JSON.writeValueAsString(Map.of("url", start.url(), "code", start.code())));
        else {
            out.println("Open this page and approve the code " + start.code() + ":");
            out.println("  " + start.url());
        }
        out.flush();
        var answer = approved(remote, start);
        Credentials.ofUser().keep(address, answer.school(), answer.token());
        out.println(json
                ? Remote.JSON.writeValueAsString(Map.of("school", answer.school()))
                : "Signed in to " + answer.school() + ". Next: coursewright push DIR --school " + answer.school());
        return 0;
    }

    private static DeviceAnswer approved(Remote remote, DeviceStart start) throws IOException {
        while (true) {
            var answer = remote.post("/api/v1/device/poll", Map.of("device", start.device()), DeviceAnswer.class);
            switch (answer.state()) {
                case APPROVED -> {
                    return answer;
                }
                case EXPIRED -> throw new Refusal("Nobody approved the code in time. Run the command once more.");
                case WAITING -> pause(Duration.ofSeconds(start.interval()));
            }
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }
}

package org.coursewright;

import java.util.Arrays;
import org.coursewright.command.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
class Coursewright {

    /// No command means `serve`; every other one starts without Spring, in a moment.
    public static void main(String... arguments) {
        var options = arguments.length == 0 || arguments[0].startsWith("--coursewright.");
        if (options) Serving.start(arguments);
        else if (arguments[0].equals("serve")) Serving.start(Arrays.copyOfRange(arguments, 1, arguments.length));
        else
            System.exit(Commands.run(arguments));
    }
}

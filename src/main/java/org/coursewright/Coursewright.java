package org.coursewright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class Coursewright {

    public static void main(String... arguments) {
        SpringApplication.run(Coursewright.class, arguments);
    }
}

package org.coursewright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AssetHandlerTest {

    @TempDir
    private Path folder;

    @Test
    void onlyTheServiceWorkerOfExamsMayAnswerForThePagesOfAttempts() throws Exception {
        Files.writeString(folder.resolve("assets.json"), "{}");
        for (var script : new String[]{"worker-0A1B2C3D.js", "exam-0A1B2C3D.js"})
            Files.writeString(folder.resolve(script), "export {};");
        assertThat(get("worker-0A1B2C3D.js").getHeader("Service-Worker-Allowed")).isEqualTo("/attempts/");
        assertThat(get("exam-0A1B2C3D.js").getHeader("Service-Worker-Allowed")).isNull();
        assertThat(get("worker-0A1B2C3E.js").getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse get(String name) throws Exception {
        var response = new MockHttpServletResponse();
        new AssetHandler(new Assets(folder.toString()))
                .handleRequest(new MockHttpServletRequest("GET", "/assets/" + name), response);
        return response;
    }
}

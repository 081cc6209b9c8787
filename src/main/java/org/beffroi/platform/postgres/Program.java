package org.beffroi.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program run to its end, and what it said on both outputs. */
record Program(int code, String said) {
    private static final int OUT_OF_TIME = -1;

    boolean failed() {
        return code != 0;
    }

    static Program run(List<String> command, Duration limit) throws IOException {
        return run(command, null, limit);
    }

    static Program run(List<String> command, @Nullable Path input, Duration limit) throws IOException {
        Path output = Files.createTempFile("beffroi", ".out");
        try {
            ProcessBuilder builder = builder(command);
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.redirectInput(input == null ? new File("/dev/null") : input.toFile());
            int code = await(builder.start(), limit);
            return new Program(code, Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    /** From the root folder, since the caller's may be closed to the other user, and without the caller's PostgreSQL settings. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static int await(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return OUT_OF_TIME;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException(
                    "Interrupted while waiting for " + process.info().command().orElse("a program"), e);
        }
    }
}

package com.skytill.local.process;

import com.skytill.local.home.PrivateFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * What a process said.
 *
 * @param file its log file
 */
public record ProcessLog(Path file) {

    /** Puts the log of the run before aside, as {@code <name>.log.1}, and begins an empty one. */
    void rotate() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        PrivateFiles.write(file, "");
    }

    /** The last lines of the log, fewer when there are not as many. */
    public List<String> tail(int lines) throws IOException {
        var all = Arrays.asList(text().split("\\R", -1)).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /** Whether the log has this text. */
    public boolean contains(String text) throws IOException {
        return text().contains(text);
    }

    private String text() throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }
}

package com.skytill.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class UpOptionsTest {

    @Test
    void noneThenTheUsualPortWithoutDemonstration() {
        assertEquals(Optional.of(new UpOptions(8080, false)), UpOptions.parse(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--demo --port 9000", "--port 9000 --demo", "--port=9000 --demo", "--demo --demo --port=9000"})
    void bothThenInAnyOrder(String line) {
        assertEquals(Optional.of(new UpOptions(9000, true)), UpOptions.parse(List.of(line.split(" ", -1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--port 0",
                "--port 65536",
                "--port=",
                "--port x",
                "--port --demo",
                "demo",
                "--Demo",
                "-p 1"
            })
    void othersThenNone(String line) {
        assertEquals(Optional.empty(), UpOptions.parse(List.of(line.split(" ", -1))));
    }
}

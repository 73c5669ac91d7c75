package com.skytill.testing.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.skytill.platform.operation.Operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a service's committed OpenAPI document against its code. {@code -Dskytill.contract.write=true} writes the document
 * anew instead.
 */
public final class Contract {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES));

    private Contract() {}

    /** Fails when the document of the module that the test runs in says anything else than its operations. */
    public static void check(Operations operations, String service) {
        Path committed = Path.of(System.getProperty("skytill.root"), service, "openapi.yaml");
        try {
            String written = YAML.writeValueAsString(new ContractDocument().of(operations, service));
            if (Boolean.getBoolean("skytill.contract.write")) {
                Files.writeString(committed, written);
            }
            String present = Files.exists(committed) ? Files.readString(committed) : "";
            if (!present.equals(written)) {
                throw new AssertionError(
                        service + "/openapi.yaml differs from the operations; write it anew with" + " ./mvnw test -pl "
                                + service + " -am -Dtest=ContractTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dskytill.contract.write=true");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

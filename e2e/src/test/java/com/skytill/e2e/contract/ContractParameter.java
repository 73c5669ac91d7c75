package com.skytill.e2e.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A parameter of an operation, as the contract says it.
 *
 * @param required whether the operation can't do without
 * @param schema its JSON schema
 */
public record ContractParameter(String name, boolean required, JsonNode schema) {

    /** A keyword of the schema as text, empty when absent. */
    String keyword(String keyword) {
        return schema.path(keyword).asText("");
    }

    boolean has(String keyword) {
        return schema.has(keyword);
    }
}

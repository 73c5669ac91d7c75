package com.skytill.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OperationReaderTest {

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return new ObjectMapper(new YAMLFactory()).readTree(text);
    }

    @Test
    void readWhenDescribedThenRouted() throws JsonProcessingException {
        var routes = OperationReader.read("leads", yaml("""
                        paths:
                          /api/v1/add_sales_lead:
                            get: {x-skytill-permission: sales_write, x-skytill-update: true}
                            post: {x-skytill-permission: sales_write, x-skytill-update: true}
                          /api/v1/get_any:
                            x-skytill-permission: any
                            get: {}
                          /api/v1/Not-An-Operation: {get: {}}
                          /internal: {get: {}}
                        """));
        assertEquals(
                List.of(
                        new OperationRoute("add_sales_lead", "leads", Set.of("GET", "POST"), "sales_write", true),
                        new OperationRoute("get_any", "leads", Set.of("GET"), null, false)),
                routes);
    }

    @Test
    void readWhenPermissionOpenThenRefused() throws JsonProcessingException {
        var missing = yaml("paths: {/api/v1/x: {get: {}}}");
        assertThrows(IllegalStateException.class, () -> OperationReader.read("leads", missing));
        var two = yaml(
                "paths: {/api/v1/x: {get: {x-skytill-permission: a_read}, post: {x-skytill-permission: a_write}}}");
        assertThrows(IllegalStateException.class, () -> OperationReader.read("leads", two));
    }
}

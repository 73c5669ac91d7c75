package com.skytill.gateway.contract;

import com.skytill.gateway.answer.Refusal;
import com.skytill.platform.problem.NearestName;
import com.skytill.platform.problem.ProblemCode;
import io.vertx.core.buffer.Buffer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** All operations of the suite, read once from the services' committed OpenAPI documents: the routing table. */
@Singleton
public final class Contract {

    // A longer name is no misspelling of ours, and comparing it with every name would cost.
    private static final int LONGEST_GUESS = 80;

    private final Map<String, OperationRoute> operations = new HashMap<>();
    private final Buffer openApi;

    Contract(ContractConfig config, @ConfigProperty(name = "skytill.public-url") String publicUrl) {
        var documents = ContractDocuments.read(config);
        documents.forEach(
                (service, document) -> OperationReader.read(service, document).forEach(this::add));
        this.openApi = Buffer.buffer(ContractMerge.merge(documents, publicUrl).toString());
    }

    private void add(OperationRoute route) {
        var other = operations.put(route.name(), route);
        if (other != null) {
            throw new IllegalStateException(
                    "Both " + other.service() + " and " + route.service() + " serve " + route.name());
        }
    }

    /** The operation at that raw path, which no decoding has touched; refused with the nearest name when there is none. */
    public OperationRoute get(String path) {
        String name = path.substring(OperationReader.API.length());
        var route = operations.get(name);
        if (route == null) {
            throw Refusal.of(ProblemCode.UNKNOWN_OPERATION, "There is no such operation" + hint(name));
        }
        return route;
    }

    private String hint(String name) {
        if (name.length() > LONGEST_GUESS) {
            return "";
        }
        return NearestName.of(name, operations.keySet())
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    /** All operations. */
    public Collection<OperationRoute> operations() {
        return operations.values();
    }

    /** The merged OpenAPI 3.1 document of all services, as JSON. */
    public Buffer openApi() {
        return openApi;
    }
}

package com.skytill.gateway.proxy;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * One service and the connections to it. Each event loop has its own, so that a request and its answer stay on one
 * thread: handing them to another costs a wake-up each way, a good part of a request's whole cost.
 */
final class Upstream {

    private final Queue<HttpClient> clients = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<HttpClient> client;
    private final RequestOptions target;
    private final Circuit circuit;

    /**
     * A service.
     *
     * @param newClient makes one event loop's connections
     * @param target the service's address
     * @param circuit its health, as all event loops see it
     */
    Upstream(Supplier<HttpClient> newClient, RequestOptions target, Circuit circuit) {
        this.target = target;
        this.circuit = circuit;
        this.client = ThreadLocal.withInitial(() -> {
            var made = newClient.get();
            clients.add(made);
            return made;
        });
    }

    /** This event loop's connections. */
    HttpClient client() {
        return client.get();
    }

    /** The head of a request to this service. */
    RequestOptions request(HttpMethod method, String uri) {
        return new RequestOptions(target).setMethod(method).setURI(uri);
    }

    Circuit circuit() {
        return circuit;
    }

    void close() {
        clients.forEach(HttpClient::close);
    }
}

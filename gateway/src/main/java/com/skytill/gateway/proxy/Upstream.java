package com.skytill.gateway.proxy;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * One service and the connections to it.
 *
 * @param name the service's name
 * @param client its connections
 * @param target its address, to copy for each request
 */
record Upstream(String name, HttpClient client, RequestOptions target) {

    RequestOptions request(HttpMethod method, String uri) {
        return new RequestOptions(target).setMethod(method).setURI(uri);
    }
}

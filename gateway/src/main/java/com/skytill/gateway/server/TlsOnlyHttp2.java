package com.skytill.gateway.server;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

import jakarta.inject.Singleton;

/**
 * Speaks HTTP/2 where TLS has negotiated it, and never in clear: an upgrade that a proxy in front passes on is a known
 * way to smuggle requests past it.
 */
@Singleton
final class TlsOnlyHttp2 implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}

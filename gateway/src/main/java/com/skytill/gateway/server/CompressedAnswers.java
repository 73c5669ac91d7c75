package com.skytill.gateway.server;

import com.skytill.gateway.answer.CompressionConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

import jakarta.inject.Singleton;

/** Has the server compress by gzip and deflate. Not Quarkus's switch: that one knows its own routes' answers only. */
@Singleton
final class CompressedAnswers implements HttpServerOptionsCustomizer {

    private final CompressionConfig config;

    CompressedAnswers(CompressionConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setCompressionSupported(config.enabled()).setCompressionLevel(config.level());
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}

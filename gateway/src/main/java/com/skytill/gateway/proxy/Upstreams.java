package com.skytill.gateway.proxy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.skytill.gateway.contract.Contract;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** All services, each with connections of its own. */
@Singleton
final class Upstreams {

    private final Map<String, Upstream> upstreams = new HashMap<>();

    Upstreams(
            Vertx vertx,
            ServicesConfig services,
            UpstreamConfig config,
            Contract contract,
            Ticker ticker,
            MeterRegistry metrics) {
        services.services()
                .forEach((name, service) -> upstreams.put(name, upstream(vertx, name, service.url(), config, ticker)));
        upstreams.forEach((name, upstream) -> metrics.gauge(
                "skytill.upstream.aside",
                Tags.of("service", name),
                upstream.circuit(),
                circuit -> circuit.isAside() ? 1 : 0));
        contract.operations().forEach(operation -> get(operation.service()));
    }

    /** That service; a service that the contract names must have an address. */
    Upstream get(String name) {
        var upstream = upstreams.get(name);
        if (upstream == null) {
            throw new IllegalStateException("skytill.services." + name + ".url is missing");
        }
        return upstream;
    }

    private static Upstream upstream(Vertx vertx, String name, URI url, UpstreamConfig config, Ticker ticker) {
        boolean hasPath =
                url.getRawPath() != null && !url.getRawPath().replace("/", "").isEmpty();
        if (url.getHost() == null || hasPath) {
            throw new IllegalStateException("skytill.services." + name + ".url must be a scheme, a host and a port");
        }
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? 443 : 80;
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setSsl(ssl)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                // On the connection, not on the request: that one would cover a whole upload.
                .setIdleTimeout((int) config.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                .setMaxHeaderSize(32 * 1024)
                .setDecompressionSupported(false)
                .setMetricsName(name);
        var pool = new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting());
        var target = new RequestOptions()
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setFollowRedirects(false);
        var circuit = new Circuit(name, config.failures(), config.aside(), config.longestAside(), ticker);
        return new Upstream(() -> vertx.createHttpClient(options, pool), target, circuit);
    }

    @PreDestroy
    void close() {
        upstreams.values().forEach(Upstream::close);
    }
}

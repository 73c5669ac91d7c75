package com.skytill.gateway.stub;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** Starts the services beside the gateway: auth-service, one that echoes, one that misbehaves and one that is down. */
public final class StubServices implements QuarkusTestResourceLifecycleManager {

    private HttpServer http;
    private RawService raw;

    @Override
    public Map<String, String> start() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            EchoService.install(http);
            new AuthStub().install(http);
            http.start();
            raw = new RawService();
            return config();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the resource that every test of the suite has, whose addresses are not the gateway's. */
    @Override
    public int order() {
        return 1;
    }

    private Map<String, String> config() throws IOException {
        String service = "http://127.0.0.1:" + http.getAddress().getPort();
        var config = new HashMap<String, String>();
        config.put("quarkus.http.host", "127.0.0.1");
        config.put("skytill.public-url", "http://gateway.test");
        config.put("skytill.auth.url", service);
        config.put("skytill.client.id", "gateway");
        config.put("skytill.client.secret", "gateway-secret");
        config.put("skytill.services.vouchers.url", service);
        config.put("skytill.services.products.url", service);
        config.put("skytill.services.customers.url", "http://127.0.0.1:" + raw.port());
        config.put("skytill.services.leads.url", "http://127.0.0.1:" + deadPort());
        config.put("skytill.gateway.contract.folder", "test-contract");
        config.put("skytill.gateway.upstream.idle-timeout", "1500ms");
        config.put("skytill.gateway.token.introspection-timeout", "20s");
        // The tests' clock stands still, so that nothing spent would come back.
        config.put("skytill.gateway.rate.client-per-second", "0");
        config.put("skytill.gateway.rate.address-per-second", "0");
        config.put("skytill.gateway.body.answers.get_radius_export", "2G");
        config.put("skytill.gateway.body.operations.import_hotspot_vouchers", "400M");
        return config;
    }

    private static int deadPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        try {
            if (http != null) {
                http.stop(0);
            }
            if (raw != null) {
                raw.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
